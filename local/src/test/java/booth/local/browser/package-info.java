@NullMarked
package booth.local.browser;

import org.jspecify.annotations.NullMarked;
