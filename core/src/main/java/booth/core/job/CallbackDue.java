package booth.core.job;

/**
 * The message that a booth is to be told how its job ended. It names the job only: what is told is how the job stands when
 * it is told, with links that still work.
 *
 * @param attempt the one that ended; one that began since will be told of when it ends
 */
public record CallbackDue(JobId jobId, int attempt) {}
