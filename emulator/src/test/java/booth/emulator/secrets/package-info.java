@NullMarked
package booth.emulator.secrets;

import org.jspecify.annotations.NullMarked;
