@NullMarked
package booth.emulator.sqs;

import org.jspecify.annotations.NullMarked;
