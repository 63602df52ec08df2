@NullMarked
package booth.emulator.lambda;

import org.jspecify.annotations.NullMarked;
