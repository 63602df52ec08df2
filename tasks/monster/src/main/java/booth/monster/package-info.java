/** Faces in, the same faces wearing monster masks out. */
@NullMarked
package booth.monster;

import org.jspecify.annotations.NullMarked;
