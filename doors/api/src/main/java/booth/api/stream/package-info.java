/** The live stream: connections that watch a job come, ask and go. */
@NullMarked
package booth.api.stream;

import org.jspecify.annotations.NullMarked;
