package booth.asl.run;

import booth.asl.definition.RecoverableState;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * {@code $states.context}: who runs, in which state, with which token. The item of a Map is there for its ItemSelector
 * alone, {@link Evaluator#of(StateRun, GraphRun.Item)}.
 */
final class ContextObject {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Execution execution;

    ContextObject(Execution execution) {
        this.execution = execution;
    }

    ObjectNode of(StateRun stateRun) {
        var context = JSON.objectNode();
        context.set("Execution", execution());
        context.set("StateMachine", machine());
        context.set("State", state(stateRun));
        stateRun.token().ifPresent(token -> context.putObject("Task").put("Token", token));
        return context;
    }

    static ObjectNode map(GraphRun.Item item) {
        var map = JSON.objectNode();
        map.putObject("Item").put("Index", item.index()).set("Value", item.value());
        return map;
    }

    private ObjectNode execution() {
        var node = JSON.objectNode();
        node.put("Id", execution.identity().executionArn());
        node.set("Input", execution.input());
        node.put("StartTime", Timestamps.format(execution.startDate()));
        node.put("Name", execution.identity().executionName());
        node.put("RoleArn", execution.identity().roleArn());
        node.put("RedriveCount", execution.redriveCount());
        execution.redriveDate().ifPresent(date -> node.put("RedriveTime", Timestamps.format(date)));
        return node;
    }

    private ObjectNode machine() {
        return JSON.objectNode()
                .put("Id", execution.identity().stateMachineArn())
                .put("Name", execution.identity().stateMachineName());
    }

    private static ObjectNode state(StateRun stateRun) {
        var state = JSON.objectNode()
                .put("Name", stateRun.state().name())
                .put("EnteredTime", Timestamps.format(stateRun.entered()));
        return stateRun.state() instanceof RecoverableState ? state.put("RetryCount", stateRun.retryCount()) : state;
    }
}
