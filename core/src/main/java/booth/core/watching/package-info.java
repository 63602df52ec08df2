/** Who watches a job, who waits in line, and the news that those should hear. */
@NullMarked
package booth.core.watching;

import org.jspecify.annotations.NullMarked;
