/** What an execution did, and when: read from its history and from the logs of its tasks. */
@NullMarked
package booth.cli.timeline;

import org.jspecify.annotations.NullMarked;
