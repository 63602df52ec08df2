/** The garden's three tables as files: guests, pictures, and what guests did with them. */
@NullMarked
package booth.garden.datasets;

import org.jspecify.annotations.NullMarked;
