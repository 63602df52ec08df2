package booth.garden.bulk;

import booth.core.job.Executions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Runs that do nothing until a test says how they end. */
final class FakeRuns implements BatchRuns {
    final Map<String, Executions.State> states = new ConcurrentHashMap<>();
    final List<Input> started = new ArrayList<>();
    boolean dies;

    @Override
    public void start(String name, Input input) {
        if (dies) throw new IllegalStateException("killed");
        if (states.putIfAbsent(name, Executions.State.RUNNING) == null) started.add(input);
    }

    @Override
    public Optional<Executions.State> state(String name) {
        return Optional.ofNullable(states.get(name));
    }

    @Override
    public void stop(String name) {
        states.replace(name, Executions.State.RUNNING, Executions.State.ABORTED);
    }

    void end(Batch batch, Executions.State how) {
        states.put(batch.execution(), how);
    }
}
