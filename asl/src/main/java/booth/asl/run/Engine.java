package booth.asl.run;

import booth.asl.ExecutionIdentity;
import booth.asl.TaskService;
import booth.asl.Timer;
import booth.asl.definition.StateMachine;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/**
 * Runs executions. Threads come from the executor and only while a state computes; a waiting task, a timer or an
 * execution that waits for a token holds none.
 */
public final class Engine implements AutoCloseable {
    private final Services services;
    private volatile boolean closed;

    /** What all executions of an engine share. */
    record Services(
            TaskService tasks,
            TaskTokens tokens,
            Timer timer,
            Executor executor,
            RandomGenerator random,
            Set<Execution> running) {}

    /**
     * @param tasks carries out Task states
     * @param timer retries, waits, timeouts and heartbeats go by it
     * @param executor computes; {@code Runnable::run} does so on the threads of callers, tasks and timer
     */
    public Engine(TaskService tasks, Timer timer, Executor executor) {
        this(tasks, timer, executor, new Random());
    }

    /** @param random for jitter */
    public Engine(TaskService tasks, Timer timer, Executor executor, RandomGenerator random) {
        services = new Services(tasks, new TaskTokens(), timer, executor, random, ConcurrentHashMap.newKeySet());
    }

    /**
     * Starts an execution; its start is recorded when this returns. The engine does not keep names apart: whether an
     * execution of this name exists, and whether its input is within 256 KiB, are the caller's questions.
     *
     * @param listener hears of every step, {@code (execution, step) -> {}} for none
     */
    public Execution start(StateMachine machine, ExecutionIdentity identity, JsonNode input, StepListener listener) {
        return start(machine, identity, Payload.text(input), listener);
    }

    /**
     * Starts an execution with JSON that its history repeats to the letter, as AWS does.
     *
     * @throws IllegalArgumentException when the input is no JSON
     */
    public Execution start(StateMachine machine, ExecutionIdentity identity, String input, StepListener listener) {
        checkOpen();
        var execution = new Execution(services, machine, identity, input, listener);
        execution.begin();
        return execution;
    }

    /**
     * Makes an execution again of its steps, also those that another engine recorded. One that ran goes on before this
     * returns, as if nothing had happened to it: pauses end when they were to end; tasks are awaited anew, with their
     * whole time and by the same token, and called again unless their call is known to have returned, so a task may be
     * called twice in one attempt. One that has ended stays so, and may be redriven.
     *
     * @param machine the very definition it was started with
     * @param listener hears of every step from here on
     */
    public Execution restore(
            StateMachine machine, ExecutionIdentity identity, List<Step> steps, StepListener listener) {
        checkOpen();
        var execution = new Execution(services, machine, identity, steps, listener);
        execution.resume();
        return execution;
    }

    private void checkOpen() {
        if (closed) throw new IllegalStateException("The engine is closed");
    }

    /** Answers a waiting task, recorded when this returns; false when nobody waits with this token: unknown, answered or timed out. */
    public boolean taskSucceeded(String token, JsonNode output) {
        return answer(token, Position.Answer.success(output));
    }

    /** Fails a waiting task; false as in {@link #taskSucceeded}. Error and cause may be empty. */
    public boolean taskFailed(String token, String error, String cause) {
        return answer(token, Position.Answer.failure(Failure.of(error, cause)));
    }

    private boolean answer(String token, Position.Answer answer) {
        return services.tokens()
                .take(token)
                .filter(waiting -> waiting.answer(answer))
                .isPresent();
    }

    /** Says that a waiting task is alive; false as in {@link #taskSucceeded}. */
    public boolean taskHeartbeat(String token) {
        var attempt = services.tokens().find(token);
        attempt.ifPresent(TaskAttempt::beat);
        return attempt.isPresent();
    }

    /** Leaves every running execution where it is: calls are cancelled, timers dropped, nothing more is recorded. */
    @Override
    public void close() {
        closed = true;
        services.running().forEach(Execution::freeze);
    }
}
