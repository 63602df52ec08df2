@NullMarked
package booth.painter;

import org.jspecify.annotations.NullMarked;
