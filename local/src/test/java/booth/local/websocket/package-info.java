@NullMarked
package booth.local.websocket;

import org.jspecify.annotations.NullMarked;
