package booth.cli.deadletters;

import java.util.Optional;

/**
 * A message of a dead-letter queue, without anything that would let its reader act in the booth's name.
 *
 * @param event e.g. {@code ObjectCreated:Put guest.jpg}, {@code picture 2}
 * @param reason why it lies here, as far as it says so itself
 * @param age in seconds, since it was sent for the first time
 */
record DeadLetter(Optional<String> jobId, String event, Optional<String> reason, long age) {}
