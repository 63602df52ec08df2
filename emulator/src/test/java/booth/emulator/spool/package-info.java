@NullMarked
package booth.emulator.spool;

import org.jspecify.annotations.NullMarked;
