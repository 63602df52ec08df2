package booth.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
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
    private int[] retries = {};
    private Optional<String> token = Optional.empty();
    private Optional<Failure> failure = Optional.empty();
    private List<Strand> children = List.of();
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
    }

    int retryCount() {
        return retryCount;
    }

    /** How often this retrier has retried already; counts one more. */
    int countRetry(int retrier) {
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
    }

    /** The task token of the current attempt. */
    Optional<String> token() {
        return token;
    }

    void token(Optional<String> next) {
        token = next;
    }

    /** Why it failed, until it is tried again. */
    Optional<Failure> failure() {
        return failure;
    }

    void failure(Failure reason) {
        failure = Optional.of(reason);
    }

    /** The branches or iterations of the current attempt. */
    List<Strand> children() {
        return children;
    }

    void children(List<Strand> next) {
        children = List.copyOf(next);
    }

    /** Ends whatever is under way and begins anew. */
    Attempt newAttempt() {
        attempt.close();
        attempt = new Attempt();
        failure = Optional.empty();
        revived = false;
        return attempt;
    }

    void endAttempt() {
        attempt.close();
    }

    boolean isCurrent() {
        return strand.is(Strand.Status.RUNNING)
                && strand.visit().filter(this::equals).isPresent();
    }
}
