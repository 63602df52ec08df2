/** CloudWatch Logs in files: what functions print, one log group each, and the two operations that find it again. */
@NullMarked
package booth.local.logs;

import org.jspecify.annotations.NullMarked;
