@NullMarked
package booth.local.template;

import org.jspecify.annotations.NullMarked;
