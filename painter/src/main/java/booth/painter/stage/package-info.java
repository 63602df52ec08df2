/** What is settled before a scene is painted: hour, weather, light, and where the people leave room. */
@NullMarked
package booth.painter.stage;

import org.jspecify.annotations.NullMarked;
