/** The emulator as a whole, from outside. */
@NullMarked
package booth.emulator;

import org.jspecify.annotations.NullMarked;
