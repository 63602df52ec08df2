package booth.core.operating;

import booth.core.job.JobId;
import booth.core.operating.ReplayAnswer.NothingToDo;
import booth.core.operating.ReplayAnswer.Plan;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What replaying or canceling a job came to, as JSON the same from the HTTP API and from the command line.
 *
 * @param jobId or what somebody typed, where that names no job
 * @param message a sentence for people
 * @param dryRun whether this is what would happen, and nothing was done; left out of the JSON when false
 * @param execution of a replay: the one that runs
 * @param from of a replay: the state it continues from; empty where it starts at the beginning
 * @param kept of a replay: pictures that exist and are not paid for again, from 1
 * @param painted of a replay: pictures that will be painted
 */
public record OperationResult(
        String jobId,
        Result result,
        String message,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean dryRun,
        Optional<String> execution,
        Optional<String> from,
        Optional<List<Integer>> kept,
        Optional<List<Integer>> painted) {
    public OperationResult {
        kept = kept.map(List::copyOf);
        painted = painted.map(List::copyOf);
    }

    /** In one word; in JSON in lower case. */
    public enum Result {
        REDRIVEN,
        NEW_EXECUTION,
        NOTHING_TO_DO,
        NOT_REPLAYED,
        CANCELED,
        NOT_CANCELED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param dryRun whether a plan has not been carried out, and will not be */
    public static OperationResult of(ReplayAnswer answer, boolean dryRun) {
        if (answer instanceof Plan plan)
            return new OperationResult(
                    plan.job().value(),
                    plan.way() == ReplayAnswer.Way.REDRIVE ? Result.REDRIVEN : Result.NEW_EXECUTION,
                    PlanSentence.of(plan, dryRun),
                    dryRun,
                    Optional.of(plan.execution()),
                    plan.from(),
                    Optional.of(plan.kept()),
                    Optional.of(plan.painted()));
        if (answer instanceof NothingToDo nothing)
            return unreplayed(nothing.job().value(), Result.NOTHING_TO_DO, nothing.sentence(), dryRun);
        return notReplayed(answer.job().value(), ((ReplayAnswer.Impossible) answer).sentence(), dryRun);
    }

    /** @param named the job's id, or whatever somebody typed */
    public static OperationResult notReplayed(String named, String why, boolean dryRun) {
        return unreplayed(named, Result.NOT_REPLAYED, why, dryRun);
    }

    private static OperationResult unreplayed(String named, Result result, String message, boolean dryRun) {
        return new OperationResult(
                named,
                result,
                message,
                dryRun,
                Optional.empty(),
                Optional.empty(),
                Optional.of(List.of()),
                Optional.of(List.of()));
    }

    static OperationResult canceled(JobId job, String message) {
        return ofCancel(job.value(), Result.CANCELED, message);
    }

    /** @param named the job's id, or whatever somebody typed */
    public static OperationResult notCanceled(String named, String why) {
        return ofCancel(named, Result.NOT_CANCELED, why);
    }

    private static OperationResult ofCancel(String named, Result result, String message) {
        return new OperationResult(
                named, result, message, false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether what was asked for is not so: the job does not run again, or has not been stopped. */
    public boolean failed() {
        return result == Result.NOT_REPLAYED || result == Result.NOT_CANCELED;
    }

    /** Whether it runs again, or would. */
    public boolean replayed() {
        return result == Result.REDRIVEN || result == Result.NEW_EXECUTION;
    }

    /** Of a cancel: whether the job is (being) canceled. The result says it, too; this is for readers from before. */
    @JsonProperty("canceled")
    public Optional<Boolean> canceled() {
        return switch (result) {
            case CANCELED -> Optional.of(true);
            case NOT_CANCELED -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
