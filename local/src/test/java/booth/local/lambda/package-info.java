@NullMarked
package booth.local.lambda;

import org.jspecify.annotations.NullMarked;
