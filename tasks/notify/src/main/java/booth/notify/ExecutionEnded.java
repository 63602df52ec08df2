package booth.notify;

import booth.core.Job;
import booth.core.Job.PictureResult;
import booth.core.JobId;
import booth.core.Json;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JacksonException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An execution ended without having said so itself: it failed, took too long or was stopped. Its job ends with it,
 * unless the job has been started again since or has ended in another way. Executions that bear no job's name are none
 * of ours.
 */
final class ExecutionEnded {
    private static final Pattern NAME = Pattern.compile("([0-9a-f]{32})-r(\\d{1,9})");
    private static final String NO_PICTURE = "NoPicture"; // the state machine's own Fail state

    /**
     * What EventBridge says of it.
     *
     * @param name {@code <jobId>-r<attempt>}
     * @param status {@code FAILED}, {@code TIMED_OUT} or {@code ABORTED}
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Detail(String name, String status, Optional<String> error, Optional<String> cause) {}

    private final Bulletin bulletin;

    ExecutionEnded(Bulletin bulletin) {
        this.bulletin = bulletin;
    }

    void accept(Detail detail) {
        Matcher name = NAME.matcher(detail.name());
        if (!name.matches()) return;
        JobId id = new JobId(name.group(1));
        int attempt = Integer.parseInt(name.group(2));
        verdict(detail).ifPresent(verdict -> bulletin.end(id, verdict, job -> concerns(job, attempt)));
    }

    private static boolean concerns(Job job, int attempt) {
        return job.attempt() == attempt && !job.status().ended();
    }

    private static Optional<Verdict> verdict(Detail detail) {
        return switch (detail.status()) {
            case "FAILED" -> Optional.of(failure(detail));
            case "TIMED_OUT" -> Optional.of(Verdict.failed(TaskError.TIMED_OUT));
            case "ABORTED" -> Optional.of(Verdict.canceled());
            default -> Optional.empty();
        };
    }

    private static Verdict failure(Detail detail) {
        TaskError error = new TaskError(detail.error().orElse("no error was named"), detail.cause());
        return error.name().equals(NO_PICTURE)
                ? Verdict.of(pictures(detail.cause().orElse("[]")))
                : Verdict.failed(error.problem());
    }

    /** The branches' results, which the Fail state gives as its cause; none if the cause was cut short on its way. */
    private static List<PictureResult> pictures(String cause) {
        try {
            return Arrays.stream(Json.MAPPER.readValue(cause, PictureOutcome[].class))
                    .map(PictureOutcome::result)
                    .toList();
        } catch (JacksonException e) {
            return List.of();
        }
    }
}
