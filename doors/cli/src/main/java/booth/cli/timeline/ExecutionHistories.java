package booth.cli.timeline;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** Executions of Step Functions, and the timelines that their histories tell. */
public final class ExecutionHistories {
    /** The most that one call answers. */
    private static final int PAGE = 1000;

    private final SfnClient states;

    public ExecutionHistories(SfnClient states) {
        this.states = states;
    }

    public Optional<DescribeExecutionResponse> find(String arn) {
        try {
            return Optional.of(states.describeExecution(describe -> describe.executionArn(arn)));
        } catch (ExecutionDoesNotExistException e) {
            return Optional.empty();
        }
    }

    /** @param log lines of this execution, in any order */
    public Timeline timeline(DescribeExecutionResponse execution, List<LogEntry> log) {
        return TimelineReader.read(execution, history(execution, true), log);
    }

    /** Without log lines and names of files, of which less is sent. */
    public Timeline timeline(DescribeExecutionResponse execution) {
        return TimelineReader.read(execution, history(execution, false), List.of());
    }

    private List<HistoryEvent> history(DescribeExecutionResponse execution, boolean data) {
        return states
                .getExecutionHistoryPaginator(history -> history.executionArn(execution.executionArn())
                        .includeExecutionData(data)
                        .maxResults(PAGE))
                .events()
                .stream()
                .toList();
    }
}
