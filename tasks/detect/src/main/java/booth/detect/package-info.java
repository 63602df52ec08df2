/** Photo in, frame and faces out. */
@NullMarked
package booth.detect;

import org.jspecify.annotations.NullMarked;
