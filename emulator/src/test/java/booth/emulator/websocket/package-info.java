@NullMarked
package booth.emulator.websocket;

import org.jspecify.annotations.NullMarked;
