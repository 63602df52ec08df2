package booth.asl.run;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The tasks that wait for a token. */
final class TaskTokens {
    private final Map<String, TaskAttempt> waiting = new ConcurrentHashMap<>();

    static String create() {
        return UUID.randomUUID() + "." + UUID.randomUUID();
    }

    void register(String token, TaskAttempt attempt) {
        waiting.put(token, attempt);
    }

    void forget(String token) {
        waiting.remove(token);
    }

    Optional<TaskAttempt> find(String token) {
        return Optional.ofNullable(waiting.get(token));
    }

    /** Once only: a second answer finds nobody. */
    Optional<TaskAttempt> take(String token) {
        return Optional.ofNullable(waiting.remove(token));
    }
}
