package booth.cli.jobs;

import booth.cli.terminal.CommandFailed;
import booth.core.job.ExecutionName;
import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.ObjectStore;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the job that somebody means: by its id, by the beginning of it, or by the name of one of its executions. */
final class JobNames {
    private static final Pattern PREFIX = Pattern.compile("[0-9a-f]{6,31}");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final String ROOT = "photo/";

    private final ObjectStore folder;

    JobNames(ObjectStore folder) {
        this.folder = folder;
    }

    /** @param attempt the one that was named, if any */
    record Named(JobId job, Optional<Integer> attempt) {}

    /** @throws CommandFailed when it is no name, or that of none or of several */
    Named resolve(String text) {
        Optional<ExecutionName> execution = ExecutionName.parse(text);
        if (execution.isPresent())
            return new Named(execution.get().job(), Optional.of(execution.get().attempt()));
        if (ID.matcher(text).matches()) return new Named(new JobId(text), Optional.empty());
        if (!PREFIX.matcher(text).matches())
            throw new CommandFailed("'" + text
                    + "' is no job: give its id, at least the first 6 digits of it, or the name of an execution.");
        List<JobId> candidates = folder.list(ROOT + text).stream()
                .flatMap(entry -> JobKeys.jobOf(entry.key()).stream())
                .distinct()
                .toList();
        if (candidates.isEmpty()) throw new CommandFailed("There is no job whose id starts with " + text + ".");
        if (candidates.size() > 1)
            throw new CommandFailed(text + " may mean " + candidates.size() + " jobs, e.g. " + candidates.get(0)
                    + " and " + candidates.get(1) + "; give more digits.");
        return new Named(candidates.get(0), Optional.empty());
    }
}
