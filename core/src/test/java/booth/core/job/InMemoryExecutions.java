package booth.core.job;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A state machine whose executions run until they are told how to end. Keeps the promises of {@link Executions}. */
public class InMemoryExecutions implements Executions {
    private final Map<String, ExecutionInput> started = new TreeMap<>();
    private final Map<String, Run> runs = new HashMap<>();
    private final Map<String, String> endedIn = new HashMap<>();
    private final Map<String, String> tokens = new HashMap<>();

    /** What each execution was started with, by name. */
    public Map<String, ExecutionInput> started() {
        return Collections.unmodifiableMap(started);
    }

    /** Ends an execution; {@code state} is the one it was in. */
    public void end(String name, State how, String error, String state) {
        int redrives = find(name).orElseThrow().redrives();
        Optional<String> obstacle = how.fellShort() ? Optional.empty() : Optional.of("Execution is " + how);
        runs.put(name, new Run(name, how, Optional.of(error).filter(text -> !text.isEmpty()), redrives, obstacle));
        endedIn.put(name, state);
    }

    /** Step Functions will not redrive it, say because it ended too long ago. */
    public void forbidRedrive(String name, String obstacle) {
        runs.computeIfPresent(
                name, (key, run) -> new Run(key, run.state(), run.error(), run.redrives(), Optional.of(obstacle)));
    }

    @Override
    public void start(String name, ExecutionInput input) {
        ExecutionInput first = started.putIfAbsent(name, input);
        if (first != null && !first.equals(input))
            throw new IllegalStateException(name + " was started with another input");
        runs.putIfAbsent(name, new Run(name, State.RUNNING, Optional.empty(), 0, Optional.of("Execution is RUNNING")));
    }

    @Override
    public Optional<Run> find(String name) {
        return Optional.ofNullable(runs.get(name));
    }

    @Override
    public Optional<String> endedIn(String name) {
        return Optional.ofNullable(endedIn.get(name));
    }

    @Override
    public boolean redrive(String name, String token) {
        if (token.equals(tokens.get(name))) return true;
        Run run = find(name).orElseThrow();
        if (run.obstacle().isPresent()) return false;
        tokens.put(name, token);
        runs.put(
                name,
                new Run(
                        name,
                        State.RUNNING,
                        Optional.empty(),
                        run.redrives() + 1,
                        Optional.of("Execution is RUNNING")));
        return true;
    }

    @Override
    public void stop(String name, String error, String cause) {
        if (find(name).orElseThrow().state() == State.RUNNING) end(name, State.ABORTED, error, "");
    }
}
