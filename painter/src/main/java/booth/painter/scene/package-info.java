/** The worlds, and which of them a prompt asks for. */
@NullMarked
package booth.painter.scene;

import org.jspecify.annotations.NullMarked;
