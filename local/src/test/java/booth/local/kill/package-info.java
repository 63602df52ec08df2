/** What is left of promises when the process is killed. */
@NullMarked
package booth.local.kill;

import org.jspecify.annotations.NullMarked;
