package booth.emulator.states;

import booth.asl.run.Engine;
import booth.emulator.wire.ServiceError;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.regex.Pattern;

/** What workers answer with their task tokens. */
final class TaskOperations {
    private static final int MAX_TOKEN = 2048;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9+/=._-]{32,}");
    private static final int MAX_ERROR = 256;
    private static final int MAX_CAUSE = 32_768;

    private final Engine engine;
    private final IssuedTokens issued;

    TaskOperations(Engine engine, IssuedTokens issued) {
        this.engine = engine;
        this.issued = issued;
    }

    Map<String, Operation> operations() {
        return Map.of(
                "SendTaskSuccess", this::success,
                "SendTaskFailure", this::failure,
                "SendTaskHeartbeat", this::heartbeat);
    }

    private ObjectNode success(Request request) {
        String token = token(request);
        JsonNode output = JsonText.output(request.text("output", JsonText.MAX_LENGTH));
        return answered(token, engine.taskSucceeded(token, output));
    }

    private ObjectNode failure(Request request) {
        String token = token(request);
        String error = request.optionalText("error", MAX_ERROR).orElse("");
        String cause = request.optionalText("cause", MAX_CAUSE).orElse("");
        return answered(token, engine.taskFailed(token, error, cause));
    }

    private ObjectNode heartbeat(Request request) {
        String token = token(request);
        return answered(token, engine.taskHeartbeat(token));
    }

    /** Tokens are long and made of few kinds of characters; what is not was never one. */
    private static String token(Request request) {
        String token = request.text("taskToken", MAX_TOKEN);
        if (TOKEN.matcher(token).matches()) return token;
        throw ServiceError.badRequest("InvalidToken", "Invalid Token: 'Invalid token'");
    }

    private ObjectNode answered(String token, boolean waited) {
        if (waited) {
            issued.remember(token); // one that an earlier process gave out is as good
            return Wire.object();
        }
        if (issued.knows(token))
            throw ServiceError.badRequest("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");
        throw ServiceError.badRequest("TaskDoesNotExist", "Task Does Not Exist: 'No task was given this token'");
    }
}
