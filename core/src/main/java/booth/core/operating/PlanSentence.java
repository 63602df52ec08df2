package booth.core.operating;

import booth.core.operating.ReplayAnswer.Plan;
import booth.core.operating.ReplayAnswer.Way;
import java.util.List;
import java.util.stream.Collectors;

/** Says in which way a job runs again, and at what price. */
final class PlanSentence {
    private PlanSentence() {}

    static String of(Plan plan, boolean dryRun) {
        String way = plan.way() == Way.REDRIVE
                ? (dryRun ? "would be redriven" : "is redriven")
                : (dryRun ? "would start again" : "is started again");
        String from = plan.from().map(state -> " from " + state).orElse("");
        return "It " + way + " as " + plan.execution() + from + "; " + cost(plan) + ".";
    }

    private static String cost(Plan plan) {
        List<Integer> kept = plan.kept();
        String exist = kept.isEmpty()
                ? "no picture exists yet"
                : pictures(kept) + (kept.size() == 1 ? " exists and is" : " exist and are") + " not paid for again";
        return exist + ", " + (plan.painted().isEmpty() ? "none" : pictures(plan.painted())) + " will be painted";
    }

    private static String pictures(List<Integer> indexes) {
        return (indexes.size() == 1 ? "picture " : "pictures ")
                + indexes.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
