package booth.asl.run;

import booth.asl.definition.ErrorNames;

/**
 * Whether an {@code ErrorEquals} matches a failure, as AWS's wildcards do.
 *
 * <p>{@code States.ALL} matches everything but {@code States.DataLimitExceeded}, which must be named;
 * {@code States.TaskFailed} matches the same without {@code States.Timeout}; {@code States.Runtime} is never matched,
 * not even by its name. {@code States.BranchFailed} matches whatever ended a branch of the Parallel.
 */
final class ErrorMatcher {
    private final ErrorNames errors;

    ErrorMatcher(ErrorNames errors) {
        this.errors = errors;
    }

    boolean matches(Failure failure) {
        return matches(failure, false);
    }

    /** @param ofBranch whether a branch of the Parallel that asks failed with it */
    boolean matches(Failure failure, boolean ofBranch) {
        if (failure.is(Failure.RUNTIME)) return false;
        if (ofBranch && errors.names().contains("States.BranchFailed")) return true;
        return errors.names().stream().anyMatch(name -> matches(name, failure));
    }

    private static boolean matches(String name, Failure failure) {
        return switch (name) {
            case "States.ALL" -> !failure.is(Failure.DATA_LIMIT_EXCEEDED);
            case "States.TaskFailed" -> !failure.is(Failure.DATA_LIMIT_EXCEEDED) && !failure.is(Failure.TIMEOUT);
            case "States.HeartbeatTimeout" -> failure.missedHeartbeat() || failure.is(name);
            default -> failure.is(name);
        };
    }
}
