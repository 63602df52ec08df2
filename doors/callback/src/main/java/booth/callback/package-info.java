/** A job has ended: the address that its booth named is told, signed as Standard Webhooks has it. */
@NullMarked
package booth.callback;

import org.jspecify.annotations.NullMarked;
