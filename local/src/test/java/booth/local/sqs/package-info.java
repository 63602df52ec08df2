@NullMarked
package booth.local.sqs;

import org.jspecify.annotations.NullMarked;
