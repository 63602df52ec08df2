package booth.cli;

import booth.aws.StepFunctionsExecutions;
import booth.core.job.PipelineStates;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** What each top-level stage of an execution took, read from its history. */
final class Stages {
    private final SfnClient states;
    private final StepFunctionsExecutions executions;

    Stages(SfnClient states, StepFunctionsExecutions executions) {
        this.states = states;
        this.executions = executions;
    }

    /** Stage → time between entering and leaving it, in order. */
    Map<String, Duration> of(String executionName) {
        List<HistoryEvent> events = states
                .getExecutionHistoryPaginator(history ->
                        history.executionArn(executions.arn(executionName)).includeExecutionData(false))
                .events()
                .stream()
                .toList();
        Map<String, Instant> entered = new HashMap<>();
        Map<String, Duration> took = new LinkedHashMap<>();
        for (HistoryEvent event : events) {
            if (event.stateEnteredEventDetails() != null)
                entered.put(event.stateEnteredEventDetails().name(), event.timestamp());
            if (event.stateExitedEventDetails() != null) {
                String name = event.stateExitedEventDetails().name();
                Instant start = entered.get(name);
                if (start != null && PipelineStates.STAGES.contains(name))
                    took.put(name, Duration.between(start, event.timestamp()));
            }
        }
        return took;
    }
}
