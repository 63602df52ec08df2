/** A photo landed: finds its job and starts its execution. */
@NullMarked
package booth.intake;

import org.jspecify.annotations.NullMarked;
