/** What every Lambda function shares: strict JSON in and out, and the lines it logs. */
@NullMarked
package booth.core.function;

import org.jspecify.annotations.NullMarked;
