/** The operations of {@code /v1/jobs}. */
@NullMarked
package booth.api.jobs;

import org.jspecify.annotations.NullMarked;
