/** The people of the photo: their matte, and how they are put before a painted world. */
@NullMarked
package booth.painter.people;

import org.jspecify.annotations.NullMarked;
