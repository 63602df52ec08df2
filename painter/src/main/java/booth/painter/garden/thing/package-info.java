/** What is built in a garden: arches, walls, bridges, fountains, lamps. */
@NullMarked
package booth.painter.garden.thing;

import org.jspecify.annotations.NullMarked;
