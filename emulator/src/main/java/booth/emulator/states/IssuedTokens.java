package booth.emulator.states;

import booth.asl.TaskRequest;
import booth.asl.TaskService;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Remembers which task tokens went out, so that a late answer hears "timed out" and an invented token "does not exist".
 * The latest ones only, and only of this process: both answers are final to a worker.
 */
final class IssuedTokens implements TaskService {
    private static final int REMEMBERED = 20_000;

    private final TaskService tasks;
    private final Set<String> tokens =
            Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<String, Boolean>() {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                    return size() > REMEMBERED;
                }
            }));

    IssuedTokens(TaskService tasks) {
        this.tasks = tasks;
    }

    @Override
    public CompletionStage<JsonNode> run(TaskRequest request) {
        request.taskToken().ifPresent(this::remember);
        return tasks.run(request);
    }

    @Override
    public CompletionStage<JsonNode> run(TaskRequest request, Runnable begun) {
        request.taskToken().ifPresent(this::remember);
        return tasks.run(request, begun);
    }

    void remember(String token) {
        tokens.add(token);
    }

    boolean knows(String token) {
        return tokens.contains(token);
    }
}
