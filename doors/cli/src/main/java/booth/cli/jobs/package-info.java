/** Commands about jobs that were sent before: {@code jobs}, {@code inspect}, {@code replay}, {@code cancel}. */
@NullMarked
package booth.cli.jobs;

import org.jspecify.annotations.NullMarked;
