@NullMarked
package booth.emulator.template;

import org.jspecify.annotations.NullMarked;
