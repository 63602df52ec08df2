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
    private final Desk desk;
    private final Walker walker;
    private final Visit visit;
    private final TaskState state;
    private final Attempt attempt;
    private final TaskEvents events;
    private Cancellable heartbeat = () -> {};

    /** Of the visit's current attempt. */
    TaskAttempt(Desk desk, Walker walker, Visit visit, TaskState state) {
        this.desk = desk;
        this.walker = walker;
        this.visit = visit;
        this.state = state;
        this.attempt = visit.attempt();
        events = new TaskEvents(
                desk.events(),
                visit,
                state.resource(),
                desk.execution().identity().region());
    }

    void start(TaskEvents.Schedule schedule) {
        events.scheduled(schedule);
        visit.call(schedule.call(visit.strand().lastEvent()));
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
        if (!waiting().submitted()) call(events.arguments(waiting().scheduledEvent()));
    }

    private Position.Call waiting() {
        return visit.call().orElseThrow();
    }

    private void await() {
        waiting().timeout().ifPresent(seconds -> attempt.add(alarm(seconds, Failure.timeout())));
        attempt.add(() -> heartbeat.cancel());
        awaitHeartbeat();
        visit.token().ifPresent(this::awaitAnswer);
    }

    private void awaitAnswer(String token) {
        desk.tokens().register(token, this);
        attempt.add(() -> desk.tokens().forget(token));
    }

    private void call(JsonNode arguments) {
        var request = new TaskRequest(
                state.resource().arn(),
                arguments,
                visit.token().filter(token -> waits()),
                desk.execution().identity().executionArn(),
                state.name(),
                visit.retryCount(),
                waiting().timeout().map(Duration::ofSeconds),
                waiting().credentials());
        desk.afterwards(() -> {
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
            return desk.tasks().run(request);
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
        visit.call(waiting().asSubmitted());
        waiting().answer().ifPresent(this::conclude);
    }

    /** Through {@link Engine#taskSucceeded} and {@link Engine#taskFailed}: recorded when this returns true. */
    boolean answer(Position.Answer answer) {
        return walker.now(visit, attempt, () -> answered(answer));
    }

    /** A quick worker may answer before the call that gave it the token has returned. */
    private void answered(Position.Answer answer) {
        if (waiting().submitted() || !waits()) conclude(answer);
        else visit.call(waiting().withAnswer(answer));
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
        return desk.timer()
                .schedule(desk.timer().now().plusSeconds(seconds), () -> step(() -> failed(failure, "TimedOut")));
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
            walker.leave(visit, state.outcome(), Given.result(result), result);
        }
    }

    private void failed(Failure failure, String how) {
        events.failed(failure, how);
        throw StateFailure.of(failure);
    }

    private void step(Runnable step) {
        walker.later(visit, attempt, step);
    }

    private static Failure failureOf(@Nullable Throwable thrown) {
        var failure = thrown instanceof CompletionException wrapper && wrapper.getCause() != null
                ? wrapper.getCause()
                : thrown;
        if (failure instanceof TaskFailure known) return Failure.of(known.error(), known.cause());
        return Failure.of("States.TaskFailed", failure == null ? "the task gave no result" : failure.toString());
    }
}
