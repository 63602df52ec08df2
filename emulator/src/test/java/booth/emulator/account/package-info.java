@NullMarked
package booth.emulator.account;

import org.jspecify.annotations.NullMarked;
