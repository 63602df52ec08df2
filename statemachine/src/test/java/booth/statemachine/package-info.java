/** Tests that run the pipeline's own state machine file. */
@NullMarked
package booth.statemachine;

import org.jspecify.annotations.NullMarked;
