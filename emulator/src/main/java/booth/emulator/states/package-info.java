/**
 * Step Functions as the embedded cloud has it: AWS's API over the interpreter of {@code booth.asl}, executions
 * journalled on disk, tasks carried out by real SDK clients.
 */
@NullMarked
package booth.emulator.states;

import org.jspecify.annotations.NullMarked;
