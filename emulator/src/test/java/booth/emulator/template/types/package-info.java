@NullMarked
package booth.emulator.template.types;

import org.jspecify.annotations.NullMarked;
