/** Amazon Personalize, for gardens whose operator has one. */
@NullMarked
package booth.garden.personalize;

import org.jspecify.annotations.NullMarked;
