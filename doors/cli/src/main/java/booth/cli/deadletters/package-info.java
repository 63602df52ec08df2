/** The command {@code dead-letters}: reads dead-letter queues and sends messages back. */
@NullMarked
package booth.cli.deadletters;

import org.jspecify.annotations.NullMarked;
