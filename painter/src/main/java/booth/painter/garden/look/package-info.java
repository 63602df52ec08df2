/** Colour, light and space of a garden: what mood, season, weather and hour make of them. */
@NullMarked
package booth.painter.garden.look;

import org.jspecify.annotations.NullMarked;
