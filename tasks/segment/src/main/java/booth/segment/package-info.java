/** One face in, its mask out. */
@NullMarked
package booth.segment;

import org.jspecify.annotations.NullMarked;
