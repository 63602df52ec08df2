/** Portraits: a person as words describe one, painted in flat, warm shapes. */
@NullMarked
package booth.painter.garden.portrait;

import org.jspecify.annotations.NullMarked;
