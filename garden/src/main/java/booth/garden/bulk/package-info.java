/** Pictures in bulk: prompts, batches and their state machine, and pictures one by one on request. */
@NullMarked
package booth.garden.bulk;

import org.jspecify.annotations.NullMarked;
