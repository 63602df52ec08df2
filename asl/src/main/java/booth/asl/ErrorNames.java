package booth.asl;

import java.util.List;

/**
 * The {@code ErrorEquals} of a retrier or a catcher, with AWS's wildcards.
 *
 * <p>{@code States.ALL} matches everything but {@code States.DataLimitExceeded}, which must be named;
 * {@code States.TaskFailed} matches the same without {@code States.Timeout}; {@code States.Runtime} is never matched,
 * not even by its name. {@code States.BranchFailed} matches whatever ended a branch of the Parallel.
 */
public record ErrorNames(List<String> names) {
    public ErrorNames {
        names = List.copyOf(names);
    }

    /** Whether an error of this name is matched; one that a missed heartbeat caused is {@code States.Timeout}. */
    public boolean match(String error) {
        return match(Failure.of(error, ""));
    }

    boolean match(Failure failure) {
        return match(failure, false);
    }

    /** @param ofBranch whether a branch of the Parallel that asks failed with it */
    boolean match(Failure failure, boolean ofBranch) {
        if (failure.is(Failure.RUNTIME)) return false;
        if (ofBranch && names.contains("States.BranchFailed")) return true;
        return names.stream().anyMatch(name -> matches(name, failure));
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
