/** EventBridge's default bus: rules with patterns, and where matching events go. */
@NullMarked
package booth.local.events;

import org.jspecify.annotations.NullMarked;
