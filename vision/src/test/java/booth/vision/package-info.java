@NullMarked
package booth.vision;

import org.jspecify.annotations.NullMarked;
