@NullMarked
package booth.local.logs;

import org.jspecify.annotations.NullMarked;
