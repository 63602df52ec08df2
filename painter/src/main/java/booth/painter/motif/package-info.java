/** The things that worlds are made of: skies, mountains, trees, towers, a unicorn. */
@NullMarked
package booth.painter.motif;

import org.jspecify.annotations.NullMarked;
