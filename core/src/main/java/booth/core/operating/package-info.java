/** What an operator does with a job: replay it, cancel it. */
@NullMarked
package booth.core.operating;

import org.jspecify.annotations.NullMarked;
