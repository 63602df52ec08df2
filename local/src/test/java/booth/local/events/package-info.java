@NullMarked
package booth.local.events;

import org.jspecify.annotations.NullMarked;
