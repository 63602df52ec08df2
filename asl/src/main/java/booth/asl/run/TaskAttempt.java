package booth.asl.run;

import booth.asl.Cancellable;
import booth.asl.TaskFailure;
import booth.asl.TaskRequest;
import booth.asl.definition.TaskState;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One attempt of a task: the call, its timeout, its heartbeats, and the answer by token. */
final class TaskAttempt {
    private final RunContext context;
    private final Stepper stepper;
    private final StateRun stateRun;
    private final TaskState state;
    private final Attempt attempt;
    private final TaskEvents events;
    private Cancellable heartbeat = () -> {};

    /** Of the state run's current attempt. */
    TaskAttempt(RunContext context, Stepper stepper, StateRun stateRun, TaskState state) {
        this.context = context;
        this.stepper = stepper;
        this.stateRun = stateRun;
        this.state = state;
        this.attempt = stateRun.attempt();
        events = new TaskEvents(
                context.events(),
                stateRun,
                state.resource(),
                context.execution().identity().region());
    }

    void start(TaskEvents.Schedule schedule) {
        events.scheduled(schedule);
        stateRun.call(schedule.call(stateRun.graphRun().lastEvent()));
        events.started();
        await();
        call(schedule.arguments());
    }

    /**
     * Goes on where another process left it, with its whole time again. A call that is not known to have returned is
     * made once more.
     */
    void resume() {
        await();
        if (waiting().submitted()) begun();
        else call(events.arguments(waiting().scheduledEvent()));
    }

    private Position.Call waiting() {
        return stateRun.call().orElseThrow();
    }

    private void await() {
        attempt.add(() -> heartbeat.cancel());
        stateRun.token().ifPresent(this::awaitAnswer);
    }

    /** Its time begins: the service has it in hand, and not in a line. */
    private void begun() {
        waiting().timeout().ifPresent(seconds -> attempt.add(alarm(seconds, Failure.timeout())));
        awaitHeartbeat();
    }

    private void awaitAnswer(String token) {
        context.tokens().register(token, this);
        attempt.add(() -> context.tokens().forget(token));
    }

    private void call(JsonNode arguments) {
        var request = new TaskRequest(
                state.resource().arn(),
                arguments,
                stateRun.token().filter(token -> waits()),
                context.execution().identity().executionArn(),
                state.name(),
                stateRun.retryCount(),
                waiting().timeout().map(Duration::ofSeconds),
                waiting().credentials());
        context.afterwards(() -> {
            if (!attempt.isOver()) call(request);
        });
    }

    private void call(TaskRequest request) {
        var work = run(request);
        attempt.add(() -> work.toCompletableFuture().cancel(true));
        work.whenComplete((result, failure) -> step(() -> returned(result, failure)));
    }

    private CompletionStage<JsonNode> run(TaskRequest request) {
        try {
            return context.tasks().run(request, () -> step(this::begun));
        } catch (RuntimeException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    private void returned(@Nullable JsonNode result, @Nullable Throwable failure) {
        if (result == null) failed(failureOf(failure), waits() ? "SubmitFailed" : "Failed");
        else if (!waits()) succeeded(result);
        else submitted(result);
    }

    private boolean waits() {
        return state.resource().waitsForTaskToken();
    }

    private void submitted(JsonNode result) {
        events.submitted(result);
        stateRun.call(waiting().asSubmitted());
        waiting().answer().ifPresent(this::conclude);
    }

    /** Through {@link Engine#taskSucceeded} and {@link Engine#taskFailed}: recorded when this returns true. */
    boolean answer(Position.Answer answer) {
        return stepper.now(stateRun, attempt, () -> answered(answer));
    }

    /** A quick worker may answer before the call that gave it the token has returned. */
    private void answered(Position.Answer answer) {
        if (waiting().submitted() || !waits()) conclude(answer);
        else stateRun.call(waiting().withAnswer(answer));
    }

    private void conclude(Position.Answer answer) {
        answer.failure()
                .ifPresentOrElse(
                        failure -> failed(failure, "Failed"),
                        () -> succeeded(answer.output().orElse(NullNode.instance)));
    }

    /** Through {@link Engine#taskHeartbeat}. */
    void beat() {
        step(this::awaitHeartbeat);
    }

    private void awaitHeartbeat() {
        heartbeat.cancel();
        waiting().heartbeat().ifPresent(seconds -> heartbeat = alarm(seconds, Failure.heartbeatTimeout()));
    }

    private Cancellable alarm(long seconds, Failure failure) {
        return context.timer()
                .schedule(context.timer().now().plusSeconds(seconds), () -> step(() -> failed(failure, "TimedOut")));
    }

    private void succeeded(JsonNode result) {
        if (Payload.isTooLarge(result)) {
            failed(
                    Payload.tooLarge(
                            state.resource().isFunction()
                                    ? state.resource().arn()
                                    : state.resource().type()),
                    "Failed");
        } else {
            events.succeeded(result);
            stepper.leave(stateRun, state.outcome(), StateResult.result(result), result);
        }
    }

    private void failed(Failure failure, String how) {
        events.failed(failure, how);
        throw StateFailure.of(failure);
    }

    private void step(Runnable step) {
        stepper.later(stateRun, attempt, step);
    }

    private static Failure failureOf(@Nullable Throwable thrown) {
        var failure = thrown instanceof CompletionException wrapper && wrapper.getCause() != null
                ? wrapper.getCause()
                : thrown;
        if (failure instanceof TaskFailure known) return Failure.of(known.error(), known.cause());
        return Failure.of("States.TaskFailed", failure == null ? "the task gave no result" : failure.toString());
    }
}
