/** Pictures of gardens: their keys are the index, and what is derived from the keys follows the bucket's events. */
@NullMarked
package booth.garden.pictures;

import org.jspecify.annotations.NullMarked;
