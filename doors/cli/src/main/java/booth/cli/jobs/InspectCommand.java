package booth.cli.jobs;

import booth.cli.stack.Launcher;
import booth.cli.stack.Services;
import booth.cli.stack.StackOptions;
import booth.cli.terminal.CommandFailed;
import booth.cli.terminal.ExitCode;
import booth.cli.timeline.ExecutionHistories;
import booth.cli.timeline.LogEntry;
import booth.cli.timeline.TaskLogs;
import booth.cli.timeline.Timeline;
import booth.cli.timeline.TimelineText;
import booth.core.Concurrently;
import booth.core.Json;
import booth.core.job.JobId;
import booth.core.job.JobView;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

/** What happened to one job. */
@Command(
        name = "inspect",
        description = "Shows what happened to a job: each state, its attempts, files, errors and log lines.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Times are since the start of the execution; log lines have the time of day in UTC.",
            "Examples:",
            "  booth inspect 82b36937ae2a",
            "  booth inspect 82b36937ae2a --attempt 1 --no-logs",
            "  booth inspect 82b36937ae2ae67a5ae07ccb72c05015-r0 --json"
        })
public final class InspectCommand implements Callable<Integer> {
    /** Functions may write about a job a little after its execution has ended. */
    private static final Duration AFTERWARDS = Duration.ofMinutes(1);

    private final Launcher launcher;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private StackOptions stackOptions = new StackOptions();

    @Parameters(
            paramLabel = "JOB",
            description = "A job's id, the first digits of it (at least 6), or the name of an execution.")
    private String job = "";

    @Option(
            names = "--attempt",
            paramLabel = "N",
            description = "Only this execution: 0 for the first, 1 for the first replay, …")
    private Optional<Integer> attempt = Optional.empty();

    @Option(names = "--no-logs", description = "Leave out the log lines.")
    private boolean noLogs;

    @Option(names = "--json", description = "The timelines as JSON, one object a line.")
    private boolean json;

    public InspectCommand(Launcher launcher) {
        this.launcher = launcher;
    }

    /** Log lines, or why there are none. */
    private record Logs(List<LogEntry> lines, Optional<String> missing) {}

    @Override
    public Integer call() throws InterruptedException {
        return stackOptions.use(launcher, services -> {
            JobNames.Named named = new JobNames(services.jobs()).resolve(job);
            Optional<JobView> view = JobView.of(named.job(), services.jobs(), key -> key);
            List<DescribeExecutionResponse> executions = executions(services, named.job(), attempt.or(named::attempt));
            if (executions.isEmpty()) return withoutExecution(named, view);
            Logs logs = noLogs
                    ? new Logs(List.of(), Optional.empty())
                    : logs(services, named.job(), executions.get(0).startDate());
            ExecutionHistories histories = new ExecutionHistories(services.states());
            List<Timeline> timelines = Concurrently.each(
                    executions, execution -> histories.timeline(execution, of(execution, logs.lines())));
            tell(named.job(), view, timelines, logs);
            return ExitCode.OK;
        });
    }

    /** All of the job's, the oldest first, or the one that was asked for. */
    private static List<DescribeExecutionResponse> executions(Services services, JobId id, Optional<Integer> wanted) {
        if (wanted.isPresent()) return find(services, id, wanted.get()).stream().toList();
        List<DescribeExecutionResponse> all = new ArrayList<>();
        for (int attempt = 0; ; attempt++) {
            Optional<DescribeExecutionResponse> execution = find(services, id, attempt);
            if (execution.isEmpty()) return all;
            all.add(execution.get());
        }
    }

    private static Optional<DescribeExecutionResponse> find(Services services, JobId id, int attempt) {
        return new ExecutionHistories(services.states())
                .find(services.executions().arn(id.executionName(attempt)));
    }

    private int withoutExecution(JobNames.Named named, Optional<JobView> view) {
        if (view.isEmpty() || attempt.isPresent() || named.attempt().isPresent())
            throw new CommandFailed("There is no execution of job " + named.job()
                    + attempt.or(named::attempt)
                            .map(number -> " with number " + number)
                            .orElse("") + ".");
        PrintWriter out = spec.commandLine().getOut();
        if (!json) {
            out.println(title(view.get()));
            out.println("No execution was ever started for it.");
            out.flush();
        }
        return ExitCode.OK;
    }

    /** An execution can be read without its logs: whatever keeps them away is one line. */
    private static Logs logs(Services services, JobId id, Instant from) {
        Optional<String> prefix = services.findOutput("LogGroupPrefix");
        if (prefix.isEmpty()) return without("the stack has no output LogGroupPrefix");
        try {
            return new TaskLogs(services.logs(), prefix.get())
                    .of(id, from)
                    .map(lines -> new Logs(lines, Optional.empty()))
                    .orElseGet(() -> without("there are no log groups " + prefix.get() + "*"));
        } catch (SdkException e) {
            return without(String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static Logs without(String reason) {
        return new Logs(List.of(), Optional.of(reason));
    }

    /** Lines that name it, and those of its time that name none. */
    private static List<LogEntry> of(DescribeExecutionResponse execution, List<LogEntry> lines) {
        Optional<Instant> end = Optional.ofNullable(execution.stopDate()).map(stop -> stop.plus(AFTERWARDS));
        return lines.stream()
                .filter(entry -> entry.line().has("execution")
                        ? entry.line().path("execution").asText().equals(execution.name())
                        : !entry.at().isBefore(execution.startDate())
                                && end.filter(entry.at()::isAfter).isEmpty())
                .toList();
    }

    private void tell(JobId id, Optional<JobView> view, List<Timeline> timelines, Logs logs) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) timelines.forEach(timeline -> out.println(Json.text(timeline)));
        else {
            out.println(view.map(InspectCommand::title)
                    .orElse("Job " + id + " has expired or was erased; its executions are still known."));
            view.flatMap(JobView::error).ifPresent(error -> out.println("  " + error.code() + ": " + error.message()));
            for (Timeline timeline : timelines) {
                out.println();
                TimelineText.of(timeline, launcher.columns()).forEach(out::println);
            }
        }
        out.flush();
        logs.missing().ifPresent(reason -> spec.commandLine().getErr().println("No log lines: " + reason + "."));
    }

    private static String title(JobView view) {
        return "Job " + view.jobId() + "  " + view.status().word() + ", booth "
                + view.origin().booth() + ", " + view.origin().filename();
    }
}
