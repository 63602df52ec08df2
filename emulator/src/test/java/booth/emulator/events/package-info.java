@NullMarked
package booth.emulator.events;

import org.jspecify.annotations.NullMarked;
