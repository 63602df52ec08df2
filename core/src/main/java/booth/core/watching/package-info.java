/** Who watches a job, and the changes that those should see. */
@NullMarked
package booth.core.watching;

import org.jspecify.annotations.NullMarked;
