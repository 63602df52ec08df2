/** A job and its folder: what was asked for, what has come of it, and where each file lies. */
@NullMarked
package booth.core.job;

import org.jspecify.annotations.NullMarked;
