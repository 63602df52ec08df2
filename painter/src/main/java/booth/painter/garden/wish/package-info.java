/** What the words of a prompt ask a garden to be. */
@NullMarked
package booth.painter.garden.wish;

import org.jspecify.annotations.NullMarked;
