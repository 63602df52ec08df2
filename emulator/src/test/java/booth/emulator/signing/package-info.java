@NullMarked
package booth.emulator.signing;

import org.jspecify.annotations.NullMarked;
