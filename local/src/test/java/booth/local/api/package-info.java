@NullMarked
package booth.local.api;

import org.jspecify.annotations.NullMarked;
