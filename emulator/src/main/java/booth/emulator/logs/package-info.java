/** CloudWatch Logs in files: what functions print, one log group each, and the two operations that find it again. */
@NullMarked
package booth.emulator.logs;

import org.jspecify.annotations.NullMarked;
