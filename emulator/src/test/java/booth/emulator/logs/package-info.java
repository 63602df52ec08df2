@NullMarked
package booth.emulator.logs;

import org.jspecify.annotations.NullMarked;
