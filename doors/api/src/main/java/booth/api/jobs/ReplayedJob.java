package booth.api.jobs;

import booth.core.job.JobId;
import booth.core.operating.ReplayAnswer;
import booth.core.operating.ReplayAnswer.Impossible;
import booth.core.operating.ReplayAnswer.NothingToDo;
import booth.core.operating.ReplayAnswer.Plan;
import booth.core.operating.ReplayAnswer.Way;
import java.util.List;
import java.util.Optional;

/**
 * The answer to {@code replayJob}, in the words of {@code booth replay --json}.
 *
 * @param result {@code redriven}, {@code new_execution} or {@code nothing_to_do}
 */
record ReplayedJob(
        JobId jobId,
        String result,
        Optional<String> execution,
        Optional<String> from,
        List<Integer> kept,
        List<Integer> painted,
        Optional<String> message) {
    static ReplayedJob of(ReplayAnswer answer) {
        if (answer instanceof Plan plan)
            return new ReplayedJob(
                    plan.job(),
                    plan.way() == Way.REDRIVE ? "redriven" : "new_execution",
                    Optional.of(plan.execution()),
                    plan.from(),
                    plan.kept(),
                    plan.painted(),
                    Optional.empty());
        String sentence = answer instanceof NothingToDo nothing ? nothing.sentence() : ((Impossible) answer).sentence();
        return new ReplayedJob(
                answer.job(),
                "nothing_to_do",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.of(sentence));
    }
}
