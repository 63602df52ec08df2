/** What grows: flowers by species, bushes, hedges and trees. */
@NullMarked
package booth.painter.garden.plant;

import org.jspecify.annotations.NullMarked;
