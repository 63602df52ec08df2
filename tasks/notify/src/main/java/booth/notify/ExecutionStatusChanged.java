package booth.notify;

import static java.time.temporal.ChronoUnit.MILLIS;

import booth.core.Json;
import booth.core.job.ExecutionName;
import booth.core.job.Job;
import booth.core.job.Job.PictureResult;
import booth.core.job.PipelineStates;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JacksonException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An execution ended without having said so itself: it failed, took too long or was stopped. Its job ends with it,
 * unless the job has been started again since (as a later attempt, or by a redrive of this very execution) or has ended
 * in another way. Executions that bear no job's name are none of ours.
 *
 * <p>And the other way around: an execution that somebody redrives with AWS's own tools takes its job with it.
 */
final class ExecutionStatusChanged {
    /**
     * What EventBridge says of it.
     *
     * @param name {@code <jobId>-r<attempt>}
     * @param status {@code FAILED}, {@code TIMED_OUT} or {@code ABORTED}; {@code RUNNING} when it was redriven
     * @param stopDate milliseconds since 1970
     * @param redriveDate of the last redrive, milliseconds since 1970
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Detail(
            String name,
            String status,
            Optional<Long> stopDate,
            Optional<Long> redriveDate,
            Optional<String> error,
            Optional<String> cause) {}

    private final JobOutcomes outcomes;
    private final JobProgress progress;

    ExecutionStatusChanged(JobOutcomes outcomes, JobProgress progress) {
        this.outcomes = outcomes;
        this.progress = progress;
    }

    void accept(Detail detail) {
        ExecutionName.parse(detail.name()).ifPresent(run -> {
            outcome(detail).ifPresent(outcome -> end(run, outcome, detail));
            redriven(detail).ifPresent(when -> progress.runsAgain(run.job(), when, job -> endedBefore(when, run, job)));
        });
    }

    private void end(ExecutionName run, JobOutcome outcome, Detail detail) {
        outcomes.record(
                run.job(),
                outcome,
                (job, end) -> isAbout(job, run, detail) && (!job.status().ended() || end.isRecordedIn(job)));
    }

    private static Optional<Instant> redriven(Detail detail) {
        return detail.status().equals("RUNNING") ? detail.redriveDate().map(Instant::ofEpochMilli) : Optional.empty();
    }

    /** The event may come late, when the redriven execution has ended as well. */
    private static boolean endedBefore(Instant redriven, ExecutionName run, Job job) {
        return job.attempt() == run.attempt()
                && job.status().ended()
                && job.endedAt().filter(end -> end.isBefore(redriven)).isPresent();
    }

    private static boolean isAbout(Job job, ExecutionName run, Detail detail) {
        return job.attempt() == run.attempt() && !queuedAgainSince(detail, job);
    }

    /** An event may come late, or twice; by then its execution may have been redriven. */
    private static boolean queuedAgainSince(Detail detail, Job job) {
        Optional<Instant> stopped = detail.stopDate().map(Instant::ofEpochMilli);
        return stopped.flatMap(end -> job.queuedAt().map(queued -> end.isBefore(queued.truncatedTo(MILLIS))))
                .orElse(false);
    }

    private static Optional<JobOutcome> outcome(Detail detail) {
        return switch (detail.status()) {
            case "FAILED" -> Optional.of(failure(detail));
            case "TIMED_OUT" -> Optional.of(JobOutcome.failed(TaskError.TIMED_OUT));
            case "ABORTED" -> Optional.of(JobOutcome.canceled());
            default -> Optional.empty();
        };
    }

    private static JobOutcome failure(Detail detail) {
        TaskError error = new TaskError(detail.error().orElse("no error was named"), detail.cause());
        return error.name().equals(PipelineStates.NO_PICTURE)
                ? JobOutcome.of(pictures(detail.cause().orElse("[]")))
                : JobOutcome.failed(error.problem());
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
