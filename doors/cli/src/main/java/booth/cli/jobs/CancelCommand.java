package booth.cli.jobs;

import booth.cli.stack.Launcher;
import booth.cli.stack.Services;
import booth.cli.stack.StackOptions;
import booth.cli.terminal.ExitCode;
import booth.cli.terminal.Printout;
import booth.core.job.Jobs;
import booth.core.operating.Cancel;
import booth.core.operating.OperationResult;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Stops jobs that are on their way. */
@Command(
        name = "cancel",
        description = "Stops the executions of jobs; pictures that are not yet being painted never will be.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  booth cancel 82b36937ae2a",
            "  booth cancel $(booth jobs --status running --json | jq -r .jobId)",
            "",
            "A canceled job can be replayed. Exit codes: 0 all are canceled, 1 one could not be, 64 wrong usage."
        })
public final class CancelCommand implements Callable<Integer> {
    private final Launcher launcher;

    @Mixin
    private StackOptions stackOptions = new StackOptions();

    @Parameters(
            paramLabel = "JOB",
            arity = "1..*",
            description = "Job ids, the first digits of one (at least 6), or names of executions.")
    private List<String> jobs = List.of();

    @Mixin
    private Printout out = new Printout();

    public CancelCommand(Launcher launcher) {
        this.launcher = launcher;
    }

    @Override
    public Integer call() throws InterruptedException {
        return stackOptions.use(launcher, services -> {
            Cancel cancel = new Cancel(new Jobs(services.jobs()), services.executions());
            JobNames names = new JobNames(services.jobs());
            List<OperationResult> all = Batch.each(
                    jobs.stream().distinct().toList(), job -> canceled(job, names, cancel, services), this::tell);
            return all.stream().anyMatch(OperationResult::failed) ? ExitCode.FAILED : ExitCode.OK;
        });
    }

    private static OperationResult canceled(String job, JobNames names, Cancel cancel, Services services) {
        try {
            return cancel.cancel(names.resolve(job).job());
        } catch (RuntimeException e) {
            return OperationResult.notCanceled(job, services.sentence(e));
        }
    }

    private void tell(OperationResult result) {
        out.print(result, () -> ResultText.of(result, launcher.columns()));
    }
}
