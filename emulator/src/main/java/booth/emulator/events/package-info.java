/** EventBridge's default bus: rules with patterns, and where matching events go. */
@NullMarked
package booth.emulator.events;

import org.jspecify.annotations.NullMarked;
