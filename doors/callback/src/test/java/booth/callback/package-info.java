@NullMarked
package booth.callback;

import org.jspecify.annotations.NullMarked;
