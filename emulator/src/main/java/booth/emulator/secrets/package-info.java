/** Secrets Manager as the embedded cloud has it: secrets with versions, in a file that only its owner can read. */
@NullMarked
package booth.emulator.secrets;

import org.jspecify.annotations.NullMarked;
