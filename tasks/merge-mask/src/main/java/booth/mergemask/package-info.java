/** Masks of all faces in, one mask out. */
@NullMarked
package booth.mergemask;

import org.jspecify.annotations.NullMarked;
