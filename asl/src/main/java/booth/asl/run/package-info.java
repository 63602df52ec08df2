/**
 * Runs executions, with AWS's own event history and no thread per waiting task; {@link booth.asl.run.Engine} starts
 * them.
 */
@NullMarked
package booth.asl.run;

import org.jspecify.annotations.NullMarked;
