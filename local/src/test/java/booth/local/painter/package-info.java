@NullMarked
package booth.local.painter;

import org.jspecify.annotations.NullMarked;
