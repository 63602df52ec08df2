package booth.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
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
    private Optional<Long> heartbeatSeconds = Optional.empty();
    private boolean submitted;
    private Optional<Runnable> earlyAnswer = Optional.empty();

    TaskAttempt(Desk desk, Walker walker, Visit visit, TaskState state, Attempt attempt) {
        this.desk = desk;
        this.walker = walker;
        this.visit = visit;
        this.state = state;
        this.attempt = attempt;
        events = new TaskEvents(desk.events(), visit, state.resource());
    }

    void start(TaskEvents.Schedule schedule) {
        events.scheduled(schedule);
        schedule.timeout().ifPresent(seconds -> attempt.add(alarm(seconds, Failure.timeout())));
        heartbeatSeconds = schedule.heartbeat();
        attempt.add(() -> heartbeat.cancel());
        awaitHeartbeat();
        visit.token().ifPresent(this::awaitAnswer);
        events.started();
        call(request(schedule));
    }

    private void awaitAnswer(String token) {
        desk.tokens().register(token, this);
        attempt.add(() -> desk.tokens().forget(token));
    }

    private TaskRequest request(TaskEvents.Schedule schedule) {
        return new TaskRequest(
                state.resource().arn(),
                schedule.arguments(),
                visit.token(),
                desk.execution().identity().executionArn(),
                state.name(),
                visit.retryCount(),
                schedule.timeout().map(Duration::ofSeconds),
                schedule.credentials());
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
        if (result == null) failed(failureOf(failure), visit.token().isPresent() ? "SubmitFailed" : "Failed");
        else if (visit.token().isEmpty()) succeeded(result);
        else submitted(result);
    }

    private void submitted(JsonNode result) {
        events.submitted(result);
        submitted = true;
        earlyAnswer.ifPresent(Runnable::run);
    }

    /** Through {@link Engine#taskSucceeded}. */
    void answer(JsonNode output) {
        step(() -> answered(() -> succeeded(output)));
    }

    /** Through {@link Engine#taskFailed}. */
    void refuse(Failure failure) {
        step(() -> answered(() -> failed(failure, "Failed")));
    }

    /** A quick worker may answer before the call that gave it the token has returned. */
    private void answered(Runnable answer) {
        if (submitted) answer.run();
        else earlyAnswer = Optional.of(answer);
    }

    /** Through {@link Engine#taskHeartbeat}. */
    void beat() {
        step(this::awaitHeartbeat);
    }

    private void awaitHeartbeat() {
        heartbeat.cancel();
        heartbeatSeconds.ifPresent(seconds -> heartbeat = alarm(seconds, Failure.heartbeatTimeout()));
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
