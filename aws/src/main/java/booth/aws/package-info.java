/** Adapters to AWS that several modules share. */
@NullMarked
package booth.aws;

import org.jspecify.annotations.NullMarked;
