/** API Gateway's WebSocket APIs: routes of a template that call functions, and the connections those write to. */
@NullMarked
package booth.emulator.websocket;

import org.jspecify.annotations.NullMarked;
