/**
 * An interpreter of the <a href="https://states-language.net/spec.html">Amazon States Language</a>, JSONata dialect:
 * definitions as sealed records, executions with AWS's own event history, and no thread per waiting task.
 */
@NullMarked
package booth.asl;

import org.jspecify.annotations.NullMarked;
