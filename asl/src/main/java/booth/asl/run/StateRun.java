package booth.asl.run;

import booth.asl.definition.State;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One run of a state, from Entered to Exited, retries included. */
final class StateRun {
    private final GraphRun graphRun;
    private final State state;
    private final JsonNode input;
    private final Instant entered;
    private long eventBefore;
    private long enteredEvent;
    private int retryCount;
    private int[] retries;
    private Optional<String> token = Optional.empty();
    private Optional<Failure> failure = Optional.empty();
    private List<GraphRun> children = List.of();
    private Optional<Instant> until = Optional.empty();
    private Optional<Position.Call> call = Optional.empty();
    private Attempt attempt = new Attempt();
    private boolean redriven;

    StateRun(GraphRun graphRun, State state, JsonNode input, Instant entered) {
        this.graphRun = graphRun;
        this.state = state;
        this.input = input;
        this.entered = entered;
        retries = new int[retriers()];
    }

    private int retriers() {
        return state.recovery().retry().size();
    }

    GraphRun graphRun() {
        return graphRun;
    }

    State state() {
        return state;
    }

    JsonNode input() {
        return input;
    }

    Instant entered() {
        return entered;
    }

    long enteredEvent() {
        return enteredEvent;
    }

    /** The event that led here. */
    long eventBefore() {
        return eventBefore;
    }

    void entered(long previous, long id) {
        eventBefore = previous;
        enteredEvent = id;
        graphRun.touch();
    }

    int retryCount() {
        return retryCount;
    }

    /** How often this retrier has retried already; counts one more. */
    int countRetry(int retrier) {
        graphRun.touch();
        retryCount++;
        return retries[retrier]++;
    }

    int retries(int retrier) {
        return retries[retrier];
    }

    /** Marks it as redriven until it begins again; it may then retry as often as a fresh one. */
    void redrive() {
        redriven = true;
        forgetRetries();
    }

    boolean isRedriven() {
        return redriven;
    }

    private void forgetRetries() {
        retryCount = 0;
        retries = new int[retriers()];
        graphRun.touch();
    }

    /** The task token of the current attempt. */
    Optional<String> token() {
        return token;
    }

    void token(Optional<String> next) {
        token = next;
        graphRun.touch();
    }

    /** Why it failed, until it is tried again. */
    Optional<Failure> failure() {
        return failure;
    }

    void failure(Failure reason) {
        failure = Optional.of(reason);
        graphRun.touch();
    }

    /** The branches or iterations of the current attempt. */
    List<GraphRun> children() {
        return children;
    }

    void children(List<GraphRun> next) {
        children = List.copyOf(next);
        graphRun.touch();
    }

    /** When the pause before a retry, or a Wait state, ends. */
    Optional<Instant> until() {
        return until;
    }

    void until(Instant end) {
        until = Optional.of(end);
        graphRun.touch();
    }

    /** What a task waits for. */
    Optional<Position.Call> call() {
        return call;
    }

    void call(Position.Call next) {
        call = Optional.of(next);
        graphRun.touch();
    }

    /** Ends whatever is under way and begins anew. */
    Attempt newAttempt() {
        endAttempt();
        attempt = new Attempt();
        failure = Optional.empty();
        redriven = false;
        return attempt;
    }

    void endAttempt() {
        attempt.close();
        until = Optional.empty();
        call = Optional.empty();
        graphRun.touch();
    }

    Attempt attempt() {
        return attempt;
    }

    boolean isCurrent() {
        return graphRun.is(GraphRun.Status.RUNNING)
                && graphRun.stateRun().filter(this::equals).isPresent();
    }

    /** As it is written down. */
    Position.StateProgress progress() {
        var counts = Arrays.stream(retries).boxed().toList();
        return new Position.StateProgress(
                enteredEvent, retryCount, counts, token, failure, children.size(), until, call);
    }

    /** As it was written down, children aside. */
    void restore(Position.StateProgress progress) {
        retryCount = progress.retryCount();
        retries = progress.retries().stream().mapToInt(Integer::intValue).toArray();
        token = progress.token();
        failure = progress.failure();
        until = progress.until();
        call = progress.call();
    }
}
