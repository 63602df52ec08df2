package booth.asl.run;

import booth.asl.definition.RecoverableState;
import booth.asl.definition.State;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One stay of a strand in a state, from Entered to Exited, retries included. */
final class Visit {
    private final Strand strand;
    private final State state;
    private final JsonNode input;
    private final Instant entered;
    private long eventBefore;
    private long enteredEvent;
    private int retryCount;
    private int[] retries;
    private Optional<String> token = Optional.empty();
    private Optional<Failure> failure = Optional.empty();
    private List<Strand> children = List.of();
    private Optional<Instant> until = Optional.empty();
    private Optional<Position.Call> call = Optional.empty();
    private Attempt attempt = new Attempt();
    private boolean revived;

    Visit(Strand strand, State state, JsonNode input, Instant entered) {
        this.strand = strand;
        this.state = state;
        this.input = input;
        this.entered = entered;
        retries = new int[retriers()];
    }

    private int retriers() {
        return state instanceof RecoverableState recoverable
                ? recoverable.recovery().retry().size()
                : 0;
    }

    Strand strand() {
        return strand;
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
        strand.touch();
    }

    int retryCount() {
        return retryCount;
    }

    /** How often this retrier has retried already; counts one more. */
    int countRetry(int retrier) {
        strand.touch();
        retryCount++;
        return retries[retrier]++;
    }

    int retries(int retrier) {
        return retries[retrier];
    }

    /** Marks it as redriven until it begins again; it may then retry as often as a fresh one. */
    void revive() {
        revived = true;
        forgetRetries();
    }

    boolean isRevived() {
        return revived;
    }

    private void forgetRetries() {
        retryCount = 0;
        retries = new int[retriers()];
        strand.touch();
    }

    /** The task token of the current attempt. */
    Optional<String> token() {
        return token;
    }

    void token(Optional<String> next) {
        token = next;
        strand.touch();
    }

    /** Why it failed, until it is tried again. */
    Optional<Failure> failure() {
        return failure;
    }

    void failure(Failure reason) {
        failure = Optional.of(reason);
        strand.touch();
    }

    /** The branches or iterations of the current attempt. */
    List<Strand> children() {
        return children;
    }

    void children(List<Strand> next) {
        children = List.copyOf(next);
        strand.touch();
    }

    /** When the pause before a retry, or a Wait state, ends. */
    Optional<Instant> until() {
        return until;
    }

    void until(Instant end) {
        until = Optional.of(end);
        strand.touch();
    }

    /** What a task waits for. */
    Optional<Position.Call> call() {
        return call;
    }

    void call(Position.Call next) {
        call = Optional.of(next);
        strand.touch();
    }

    /** Ends whatever is under way and begins anew. */
    Attempt newAttempt() {
        endAttempt();
        attempt = new Attempt();
        failure = Optional.empty();
        revived = false;
        return attempt;
    }

    void endAttempt() {
        attempt.close();
        until = Optional.empty();
        call = Optional.empty();
        strand.touch();
    }

    Attempt attempt() {
        return attempt;
    }

    boolean isCurrent() {
        return strand.is(Strand.Status.RUNNING)
                && strand.visit().filter(this::equals).isPresent();
    }

    /** As it is written down. */
    Position.Stay stay() {
        var counts = Arrays.stream(retries).boxed().toList();
        return new Position.Stay(enteredEvent, retryCount, counts, token, failure, children.size(), until, call);
    }

    /** As it was written down, children aside. */
    void restore(Position.Stay stay) {
        retryCount = stay.retryCount();
        retries = stay.retries().stream().mapToInt(Integer::intValue).toArray();
        token = stay.token();
        failure = stay.failure();
        until = stay.until();
        call = stay.call();
    }
}
