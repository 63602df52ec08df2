package booth.cli.jobs;

import booth.core.operating.ReplayAnswer;
import booth.core.operating.ReplayAnswer.Impossible;
import booth.core.operating.ReplayAnswer.NothingToDo;
import booth.core.operating.ReplayAnswer.Plan;
import booth.core.operating.ReplayAnswer.Way;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What {@code booth replay} says of one job; as JSON it is one line.
 *
 * @param job as it was named, or its id
 * @param result {@code redriven}, {@code new_execution}, {@code nothing_to_do} or {@code not_replayed}
 * @param from the state it continues from
 * @param kept pictures that exist and are not paid for again
 * @param painted pictures that will be painted
 */
record Replayed(
        String job,
        String result,
        Optional<String> execution,
        Optional<String> from,
        List<Integer> kept,
        List<Integer> painted,
        Optional<String> reason) {
    private static final String NOT_REPLAYED = "not_replayed";

    static Replayed of(ReplayAnswer answer) {
        if (answer instanceof Plan plan)
            return new Replayed(
                    plan.job().value(),
                    plan.way() == Way.REDRIVE ? "redriven" : "new_execution",
                    Optional.of(plan.execution()),
                    plan.from(),
                    plan.kept(),
                    plan.painted(),
                    Optional.empty());
        if (answer instanceof NothingToDo nothing)
            return without(nothing.job().value(), "nothing_to_do", nothing.sentence());
        return failed(answer.job().value(), ((Impossible) answer).sentence());
    }

    static Replayed failed(String job, String reason) {
        return without(job, NOT_REPLAYED, reason);
    }

    private static Replayed without(String job, String result, String reason) {
        return new Replayed(job, result, Optional.empty(), Optional.empty(), List.of(), List.of(), Optional.of(reason));
    }

    boolean failed() {
        return result.equals(NOT_REPLAYED);
    }

    boolean replayed() {
        return execution.isPresent();
    }

    /** @param dry whether nothing has been done yet */
    String sentence(boolean dry) {
        if (reason.isPresent()) return (failed() ? "not replayed: " : "") + reason.get();
        String way = result.equals("redriven")
                ? (dry ? "would be redriven" : "redriven") + " as " + shortExecution()
                        + from.map(state -> " from " + state).orElse("")
                : (dry ? "would start again" : "started again") + " as " + shortExecution();
        return way + "; " + cost();
    }

    private String shortExecution() {
        return execution.orElse("").replace(job, "…");
    }

    private String cost() {
        String exist = kept.isEmpty()
                ? "no picture exists yet"
                : pictures(kept) + (kept.size() == 1 ? " exists and is" : " exist and are") + " not paid for again";
        return exist + ", " + (painted.isEmpty() ? "none" : pictures(painted)) + " will be painted";
    }

    private static String pictures(List<Integer> indexes) {
        return (indexes.size() == 1 ? "picture " : "pictures ")
                + indexes.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
