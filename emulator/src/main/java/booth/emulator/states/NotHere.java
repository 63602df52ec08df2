package booth.emulator.states;

import booth.emulator.wire.ServiceError;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * What AWS has and this endpoint has none of. Tools list such things beside others; they get an empty list, which is the
 * truth. Making one is an unknown operation.
 */
final class NotHere {
    private static final int MAX_ARN = 256;
    private final Catalog catalog;

    NotHere(Catalog catalog) {
        this.catalog = catalog;
    }

    Map<String, Operation> operations() {
        return Map.of(
                "ListActivities", request -> none("activities"),
                "ListMapRuns", this::mapRuns,
                "ListStateMachineVersions", request -> ofMachine(request, "stateMachineVersions"),
                "ListStateMachineAliases", request -> ofMachine(request, "stateMachineAliases"),
                "StartSyncExecution", NotHere::refuse);
    }

    private ObjectNode mapRuns(Request request) {
        catalog.run(request.text("executionArn", MAX_ARN));
        return none("mapRuns");
    }

    private ObjectNode ofMachine(Request request, String field) {
        catalog.machine(request.text("stateMachineArn", MAX_ARN));
        return none(field);
    }

    private static ObjectNode refuse(Request request) {
        throw ServiceError.badRequest(
                "StateMachineTypeNotSupported", "This operation is not supported by this type of state machine");
    }

    private static ObjectNode none(String field) {
        ObjectNode answer = Wire.object();
        answer.putArray(field);
        return answer;
    }
}
