@NullMarked
package booth.emulator.api;

import org.jspecify.annotations.NullMarked;
