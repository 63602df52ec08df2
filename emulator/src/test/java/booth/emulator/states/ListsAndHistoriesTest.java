package booth.emulator.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;

/** Lists and histories, page by page. */
class ListsAndHistoriesTest extends OnStates {
    @Test
    void executionsAreListedNewestFirstPageByPageAndByStatus() {
        String waiting = states.create("Waiting", States.waiting());
        List<String> arns = List.of("1", "2", "3", "4", "5").stream()
                .map(name -> {
                    String arn = begin(waiting, name, "{}").executionArn();
                    await().until(() -> System.currentTimeMillis()
                            > describe(arn).startDate().toEpochMilli());
                    return name;
                })
                .toList();
        states.client.stopExecution(stop -> stop.executionArn(waiting.replace("stateMachine", "execution") + ":2"));

        assertThat(arns).hasSize(5);
        assertThat(states.client.listExecutionsPaginator(
                        list -> list.stateMachineArn(waiting).maxResults(2)))
                .flatMap(page -> page.executions())
                .extracting(ExecutionListItem::name)
                .containsExactly("5", "4", "3", "2", "1");
        assertThat(states.client
                        .listExecutions(list -> list.stateMachineArn(waiting).statusFilter(ExecutionStatus.ABORTED))
                        .executions())
                .extracting(ExecutionListItem::name)
                .containsExactly("2");
        assertThatThrownBy(() -> states.client.listExecutions(
                        list -> list.stateMachineArn(waiting).nextToken("bm9ib2R5")))
                .isInstanceOf(InvalidTokenException.class);
    }

    @Test
    void theHistoryReadsForwardsBackwardsInPagesAndWithoutData() {
        String machine = states.create("Echo", States.oneTask(States.ECHO));
        String arn = begin(machine, "one", "{\"face\":1}").executionArn();
        awaitEnd(arn);

        List<HistoryEvent> events = states.client
                .getExecutionHistory(history -> history.executionArn(arn))
                .events();
        assertThat(events)
                .extracting(HistoryEvent::type)
                .containsExactly(
                        HistoryEventType.EXECUTION_STARTED,
                        HistoryEventType.TASK_STATE_ENTERED,
                        HistoryEventType.LAMBDA_FUNCTION_SCHEDULED,
                        HistoryEventType.LAMBDA_FUNCTION_STARTED,
                        HistoryEventType.LAMBDA_FUNCTION_SUCCEEDED,
                        HistoryEventType.TASK_STATE_EXITED,
                        HistoryEventType.EXECUTION_SUCCEEDED);
        assertThat(events.get(0).executionStartedEventDetails().input()).isEqualTo("{\"face\":1}");
        assertThat(states.client.getExecutionHistoryPaginator(
                        history -> history.executionArn(arn).reverseOrder(true).maxResults(3)))
                .flatMap(page -> page.events())
                .extracting(HistoryEvent::id)
                .containsExactly(7L, 6L, 5L, 4L, 3L, 2L, 1L);
        assertThat(states.client
                        .getExecutionHistory(
                                history -> history.executionArn(arn).includeExecutionData(false))
                        .toString())
                .doesNotContain("face");
    }

    @Test
    void aPageBeginsBehindTheLastOneWhateverBecameOfItMeanwhile() {
        String waiting = states.create("Waiting", States.waiting());
        for (String name : List.of("1", "2", "3")) begin(waiting, name, "{}");
        var first = states.client.listExecutions(list -> list.stateMachineArn(waiting)
                .statusFilter(ExecutionStatus.RUNNING)
                .maxResults(1));
        String shown = first.executions().get(0).executionArn();
        states.client.stopExecution(stop -> stop.executionArn(shown));

        var rest = states.client.listExecutions(list -> list.stateMachineArn(waiting)
                .statusFilter(ExecutionStatus.RUNNING)
                .nextToken(first.nextToken()));

        assertThat(rest.executions())
                .hasSize(2)
                .noneMatch(execution -> execution.executionArn().equals(shown));
    }
}
