/** From JSON to the records of a definition, with everything that is wrong with it found at once. */
@NullMarked
package booth.asl.parse;

import org.jspecify.annotations.NullMarked;
