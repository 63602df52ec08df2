/** Gardens: a prompt's words in, a painted garden out. */
@NullMarked
package booth.painter.garden;

import org.jspecify.annotations.NullMarked;
