package booth.cli.jobs;

import booth.cli.stack.Launcher;
import booth.cli.stack.Services;
import booth.cli.stack.StackOptions;
import booth.cli.terminal.Age;
import booth.cli.terminal.ExitCode;
import booth.cli.terminal.Printout;
import booth.core.Refused;
import booth.core.job.JobId;
import booth.core.job.Jobs;
import booth.core.job.Status;
import booth.core.operating.Mend;
import booth.core.operating.OperationResult;
import booth.core.operating.Replay;
import booth.core.operating.ReplayAnswer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes jobs run again, and says at what price. */
@Command(
        name = "replay",
        description = "Runs jobs again: continues the execution where it failed (redrive) if Step Functions allows it,"
                + " otherwise starts a new one. Pictures that exist are not paid for again.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  booth replay 82b36937ae2a",
            "  booth replay --failed --since 1h --dry-run      what would happen, and what it would cost",
            "  booth replay --failed --since 1h",
            "",
            "Exit codes: 0 all are replayed or complete, 1 one could not be replayed, 64 wrong usage."
        })
public final class ReplayCommand implements Callable<Integer> {
    private final Launcher launcher;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private StackOptions stackOptions = new StackOptions();

    @Parameters(
            paramLabel = "JOB",
            arity = "0..*",
            description = "Job ids, the first digits of one (at least 6), or names of executions.")
    private List<String> jobs = List.of();

    @Option(names = "--failed", description = "All failed jobs.")
    private boolean failed;

    @Option(
            names = "--since",
            paramLabel = "AGE",
            converter = Age.class,
            description = "With --failed: only those that were started so recently: 30m, 1h, 2d.")
    private Optional<Duration> since = Optional.empty();

    @Option(names = "--dry-run", description = "Say what would happen, and do nothing.")
    private boolean dryRun;

    @Option(names = "--force", description = "Replay jobs whose photo was refused, too; the answer will be the same.")
    private boolean force;

    @Mixin
    private Printout out = new Printout();

    public ReplayCommand(Launcher launcher) {
        this.launcher = launcher;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (jobs.isEmpty() != failed)
            throw new ParameterException(spec.commandLine(), "Name the jobs to replay, or say --failed.");
        if (since.isPresent() && !failed)
            throw new ParameterException(spec.commandLine(), "--since goes with --failed.");
        return stackOptions.use(launcher, this::replay);
    }

    private int replay(Services services) {
        Replay replay = new Replay(services.jobs(), services.uploads(), services.executions(), Clock.systemUTC());
        JobNames names = new JobNames(services.jobs());
        List<OperationResult> all = Batch.each(
                failed ? failed(services) : jobs.stream().distinct().toList(),
                job -> replayed(job, names, replay, services),
                this::tell);
        if (all.isEmpty()) spec.commandLine().getErr().println("There are no such jobs.");
        else if (all.size() > 1 && !out.json()) tellSum(all);
        return all.stream().anyMatch(OperationResult::failed) ? ExitCode.FAILED : ExitCode.OK;
    }

    private List<String> failed(Services services) {
        JobList.Query query = new JobList.Query(
                Set.of(Status.FAILED), Optional.empty(), since.map(Instant.now()::minus), Integer.MAX_VALUE);
        return new JobList(services.states(), services.stateMachine(), services.jobs())
                .find(query).stream().map(row -> row.id().value()).toList();
    }

    /** One that cannot be replayed does not keep the others from being. */
    private OperationResult replayed(String job, JobNames names, Replay replay, Services services) {
        try {
            ReplayAnswer answer = plan(names.resolve(job).job(), replay, services);
            return OperationResult.of(
                    answer instanceof ReplayAnswer.Plan plan && !dryRun ? replay.carryOut(plan) : answer, dryRun);
        } catch (RuntimeException e) {
            return OperationResult.notReplayed(job, services.sentence(e), dryRun);
        }
    }

    /** A record that is damaged is made again first. */
    private ReplayAnswer plan(JobId job, Replay replay, Services services) {
        try {
            return replay.plan(job, force);
        } catch (Refused e) {
            Mend mend = new Mend(services.jobs(), services.uploads(), services.executions(), Clock.systemUTC());
            if (!e.code().equals(Jobs.DAMAGED) || dryRun || !mend.mend(job)) throw e;
            return replay.plan(job, force);
        }
    }

    private void tell(OperationResult result) {
        out.print(result, () -> ResultText.of(result, launcher.columns()));
    }

    private void tellSum(List<OperationResult> all) {
        long replayed = all.stream().filter(OperationResult::replayed).count();
        int painted = all.stream()
                .mapToInt(result -> result.painted().orElse(List.of()).size())
                .sum();
        spec.commandLine()
                .getErr()
                .println(replayed + " of " + all.size() + " jobs " + (dryRun ? "can be" : "are") + " replayed, "
                        + painted + " pictures to be painted.");
    }
}
