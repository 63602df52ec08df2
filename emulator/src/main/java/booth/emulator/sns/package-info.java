/** SNS as the embedded cloud has it: topics that deliver to queues, functions and web hooks of this machine. */
@NullMarked
package booth.emulator.sns;

import org.jspecify.annotations.NullMarked;
