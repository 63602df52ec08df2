package booth.asl.run;

import booth.asl.ExecutionIdentity;
import booth.asl.HistoryEvent;
import booth.asl.VirtualTimer;
import booth.asl.definition.StateMachine;
import booth.asl.parse.Machines;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/** An engine on a virtual clock with scripted tasks; everything runs on the test's own thread. */
final class Bench implements AutoCloseable {
    static final ExecutionIdentity IDENTITY = new ExecutionIdentity(
            "arn:aws:states:us-east-1:000000000000:execution:booth:guest-1",
            "guest-1",
            "arn:aws:states:us-east-1:000000000000:stateMachine:booth",
            "booth",
            "arn:aws:iam::000000000000:role/booth");

    private static final ObjectMapper JSON = new ObjectMapper();

    final VirtualTimer timer = new VirtualTimer();
    final ScriptedTasks tasks = new ScriptedTasks(timer);
    final List<HistoryEvent> heard = new ArrayList<>();
    final Engine engine;

    Bench() {
        this(new Random(1));
    }

    Bench(RandomGenerator random) {
        engine = new Engine(tasks, timer, Runnable::run, random);
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(text, malformed);
        }
    }

    /** A JSONata machine of these states, the first of which starts. */
    static StateMachine machine(String states) {
        return Machines.machine(states);
    }

    Execution start(StateMachine machine, String input) {
        return engine.start(machine, IDENTITY, json(input), (execution, step) -> heard.addAll(step.events()));
    }

    /** Runs a machine of these states. */
    Execution run(String states, String input) {
        return start(machine(states), input);
    }

    Execution run(String states) {
        return run(states, "{}");
    }

    void advance(int seconds) {
        timer.advance(Duration.ofSeconds(seconds));
    }

    @Override
    public void close() {
        engine.close();
    }
}
