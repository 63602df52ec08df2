package booth.core.job;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an execution of the state machine, {@code <jobId>-r<attempt>}: Step Functions takes a name once, so each
 * job is started once for each attempt, whoever tries.
 *
 * @param attempt of the job, from 0; a redrive goes on under its execution's name
 */
public record ExecutionName(JobId job, int attempt) {
    private static final Pattern FORM = Pattern.compile("([0-9a-f]{32})-r(\\d{1,9})");

    /** Empty for the name of an execution that was started for no job. */
    public static Optional<ExecutionName> parse(String name) {
        Matcher parts = FORM.matcher(name);
        return parts.matches()
                ? Optional.of(new ExecutionName(new JobId(parts.group(1)), Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }

    /** How the names of all executions of a job begin. */
    public static String prefix(JobId job) {
        return job + "-r";
    }

    @Override
    public String toString() {
        return prefix(job) + attempt;
    }
}
