package booth.core.job;

/**
 * Something about a job that is no error, but that its guest may want to know: the photo shows nobody, a face was too
 * small for a mask. A task that has any writes them as {@code notices.json} into the job's folder.
 *
 * @param code for programs, such as {@code NO_PERSON}
 * @param message for people
 */
public record Notice(String code, String message) {}
