package booth.asl.run;

import booth.asl.definition.Catcher;
import booth.asl.definition.ErrorNames;
import booth.asl.definition.ParallelState;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What a state's {@code Retry} and {@code Catch} have for a failure of it. */
final class Recourse {
    private final StateRun stateRun;
    private final Failure failure;

    Recourse(StateRun stateRun, Failure failure) {
        this.stateRun = stateRun;
        this.failure = failure;
    }

    /** How long to wait before it is tried again, counted as a retry; only the first retrier that matches counts. */
    Optional<Duration> pause(RandomGenerator random) {
        var retriers = stateRun.state().recovery().retry();
        for (int i = 0; i < retriers.size(); i++) {
            var retrier = retriers.get(i);
            if (!matches(retrier.errors())) continue;
            if (stateRun.retries(i) >= retrier.maxAttempts()) return Optional.empty();
            return Optional.of(retrier.delay(stateRun.countRetry(i), random));
        }
        return Optional.empty();
    }

    Optional<Catcher> catcher() {
        return stateRun.state().recovery().catchers().stream()
                .filter(catcher -> matches(catcher.errors()))
                .findFirst();
    }

    private boolean matches(ErrorNames errors) {
        boolean ofBranch = stateRun.state() instanceof ParallelState
                && stateRun.children().stream().anyMatch(branch -> branch.is(GraphRun.Status.FAILED));
        return new ErrorMatcher(errors).matches(failure, ofBranch);
    }
}
