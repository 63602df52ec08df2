@NullMarked
package booth.local.line;

import org.jspecify.annotations.NullMarked;
