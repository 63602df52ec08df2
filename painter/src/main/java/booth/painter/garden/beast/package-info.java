/** Who lives in the gardens: dogs, cats, birds, butterflies. */
@NullMarked
package booth.painter.garden.beast;

import org.jspecify.annotations.NullMarked;
