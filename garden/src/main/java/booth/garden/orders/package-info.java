/** What is asked of the painter of the generation queue, and how it gets there. */
@NullMarked
package booth.garden.orders;

import org.jspecify.annotations.NullMarked;
