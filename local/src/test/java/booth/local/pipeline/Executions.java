package booth.local.pipeline;

import booth.core.TestJson;
import booth.core.job.JobId;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** The executions of the deployed state machine. */
final class Executions implements AutoCloseable {
    private final SfnClient states;
    private final String machine;

    Executions(SfnClient states, String machine) {
        this.states = states;
        this.machine = machine;
    }

    void start(String name, String input) {
        states.startExecution(start -> start.stateMachineArn(machine).name(name).input(input));
    }

    void stop(String name) {
        states.stopExecution(stop -> stop.executionArn(arn(name)));
    }

    /** The names of all there ever were. */
    List<String> names() {
        return states.listExecutionsPaginator(list -> list.stateMachineArn(machine)).executions().stream()
                .map(ExecutionListItem::name)
                .toList();
    }

    List<String> namesOf(JobId job) {
        return names().stream().filter(name -> name.startsWith(job.value())).toList();
    }

    DescribeExecutionResponse describe(String name) {
        return states.describeExecution(describe -> describe.executionArn(arn(name)));
    }

    ExecutionStatus awaitEnd(String name) {
        return Pipeline.await().until(() -> describe(name).status(), status -> status != ExecutionStatus.RUNNING);
    }

    List<HistoryEvent> history(String name) {
        return states.getExecutionHistoryPaginator(history -> history.executionArn(arn(name))).events().stream()
                .toList();
    }

    /** Types of the history's events, sorted: branches interleave as they like. */
    List<String> types(String name) {
        return history(name).stream().map(HistoryEvent::typeAsString).sorted().toList();
    }

    /** Tokens of the tasks that wait to be called back. */
    List<String> taskTokens(String name) {
        return history(name).stream()
                .map(HistoryEvent::taskScheduledEventDetails)
                .filter(Objects::nonNull)
                .flatMap(
                        task -> TestJson.read(task.parameters(), JsonNode.class).findValuesAsText("taskToken").stream())
                .toList();
    }

    /** As a state does whose time is up. */
    void giveUp(String taskToken) {
        states.sendTaskFailure(answer -> answer.taskToken(taskToken).error("States.Timeout"));
    }

    private String arn(String name) {
        return machine.replace(":stateMachine:", ":execution:") + ":" + name;
    }

    @Override
    public void close() {
        states.close();
    }
}
