/** The day's visitors, the two pictures that stand for them, and what is called out to screens. */
@NullMarked
package booth.garden.visitors;

import org.jspecify.annotations.NullMarked;
