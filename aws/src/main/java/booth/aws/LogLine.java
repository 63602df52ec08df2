package booth.aws;

import booth.core.JobId;
import java.util.Optional;

/**
 * What one line of a function's log says. References and names only: image bytes, prompts, landmarks and links stay out
 * of every log.
 *
 * @param event what happened, in snake_case, e.g. {@code picture_stored}
 * @param execution name of the state machine's execution
 * @param index of the picture, from 1
 * @param error a class name or a code
 * @param message a sentence about the error, for an operator
 */
public record LogLine(
        String event,
        Optional<JobId> jobId,
        Optional<String> execution,
        Optional<Integer> index,
        Optional<String> error,
        Optional<String> message) {
    public static LogLine of(String event) {
        return new LogLine(
                event, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public LogLine job(JobId id) {
        return new LogLine(event, Optional.of(id), execution, index, error, message);
    }

    public LogLine execution(String name) {
        return new LogLine(event, jobId, Optional.of(name), index, error, message);
    }

    public LogLine index(int number) {
        return new LogLine(event, jobId, execution, Optional.of(number), error, message);
    }

    public LogLine error(String code) {
        return new LogLine(event, jobId, execution, index, Optional.of(code), message);
    }

    /** The error's class and message; its cause is the business of whoever reads the message. */
    public LogLine error(Throwable thrown) {
        return new LogLine(
                event,
                jobId,
                execution,
                index,
                Optional.of(thrown.getClass().getName()),
                Optional.ofNullable(thrown.getMessage()));
    }
}
