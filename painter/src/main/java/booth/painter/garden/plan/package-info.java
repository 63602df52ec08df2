/** How gardens are laid out: what covers the ground where, what stands on it, and in which order it is painted. */
@NullMarked
package booth.painter.garden.plan;

import org.jspecify.annotations.NullMarked;
