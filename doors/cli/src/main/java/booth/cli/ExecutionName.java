package booth.cli;

import booth.core.JobId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of one of our executions, {@code <jobId>-r<attempt>}. */
record ExecutionName(JobId job, int attempt) {
    private static final Pattern FORM = Pattern.compile("([0-9a-f]{32})-r(\\d{1,9})");

    /** Empty for executions that somebody else started. */
    static Optional<ExecutionName> parse(String name) {
        Matcher parts = FORM.matcher(name);
        return parts.matches()
                ? Optional.of(new ExecutionName(new JobId(parts.group(1)), Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return job.executionName(attempt);
    }
}
