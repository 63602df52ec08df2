/**
 * Lambda in this JVM: functions are handler classes on the class path, called the way the managed runtime calls them,
 * by request, by event, or by a queue.
 */
@NullMarked
package booth.emulator.lambda;

import org.jspecify.annotations.NullMarked;
