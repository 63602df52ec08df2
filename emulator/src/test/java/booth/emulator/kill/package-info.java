/** What is left of promises when the process is killed. */
@NullMarked
package booth.emulator.kill;

import org.jspecify.annotations.NullMarked;
