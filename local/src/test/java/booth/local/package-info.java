@NullMarked
package booth.local;

import org.jspecify.annotations.NullMarked;
