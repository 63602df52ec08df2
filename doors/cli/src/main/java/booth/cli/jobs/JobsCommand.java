package booth.cli.jobs;

import booth.cli.stack.Launcher;
import booth.cli.stack.StackOptions;
import booth.cli.terminal.Age;
import booth.cli.terminal.ExitCode;
import booth.cli.terminal.ShortId;
import booth.cli.terminal.Table;
import booth.core.Json;
import booth.core.job.JobView;
import booth.core.job.Jobs;
import booth.core.job.Problem;
import booth.core.job.Status;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The jobs of a stack, as a table. */
@Command(
        name = "jobs",
        description = "Lists jobs, the newest first.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  booth jobs --failed --since 1h",
            "  booth jobs --status queued running --booth hall",
            "  booth jobs --status awaiting_upload       photos that were announced and have not come",
            "  booth jobs --profile prod --json | jq -r .jobId"
        })
public final class JobsCommand implements Callable<Integer> {
    private final Launcher launcher;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private StackOptions stackOptions = new StackOptions();

    @Option(
            names = "--status",
            arity = "1..*",
            split = ",",
            converter = StatusWord.class,
            description =
                    "Only jobs with one of these: queued, running, succeeded, partial (some pictures are missing),"
                            + " rejected (the photo was refused), failed, canceled, expired, awaiting_upload.")
    private List<Status> statuses = List.of();

    @Option(names = "--failed", description = "The same as --status failed.")
    private boolean failed;

    @Option(names = "--booth", paramLabel = "NAME", description = "Only jobs of this booth.")
    private Optional<String> booth = Optional.empty();

    @Option(
            names = "--since",
            paramLabel = "AGE",
            converter = Age.class,
            description = "Only jobs that were started (again) so recently: 30m, 1h, 2d.")
    private Optional<Duration> since = Optional.empty();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "At most so many (${DEFAULT-VALUE}).")
    private int limit = 20;

    @Option(names = "--json", description = "One JSON object a line: all that is known of the job.")
    private boolean json;

    public JobsCommand(Launcher launcher) {
        this.launcher = launcher;
    }

    @Override
    public Integer call() throws InterruptedException {
        Set<Status> wanted = EnumSet.noneOf(Status.class);
        wanted.addAll(statuses);
        if (failed) wanted.add(Status.FAILED);
        Instant now = Instant.now();
        JobList.Query query = new JobList.Query(wanted, booth, since.map(now::minus), limit);
        return stackOptions.use(launcher, services -> {
            List<JobList.Row> rows =
                    new JobList(services.states(), services.stateMachine(), services.jobs()).find(query);
            PrintWriter out = spec.commandLine().getOut();
            if (json) rows.forEach(row -> out.println(Json.text(written(row))));
            else if (rows.isEmpty()) spec.commandLine().getErr().println("There are no such jobs (yet).");
            else table(rows, now).lines(launcher.columns()).forEach(out::println);
            out.flush();
            return ExitCode.OK;
        });
    }

    private Table table(List<JobList.Row> rows, Instant now) {
        Table table = new Table("JOB", "STATUS", "STAGE", "AGE", "BOOTH", "ERROR");
        for (JobList.Row row : rows)
            table.row(List.of(
                    ShortId.of(row.id().value(), launcher.columns()),
                    row.status().word(),
                    row.view().map(JobsCommand::stage).orElse("-"),
                    Age.of(Duration.between(row.startedAt(), now)),
                    row.view().map(JobView::origin).map(JobView.Origin::booth).orElse("-"),
                    row.view().flatMap(JobsCommand::error).orElse(row.damaged() ? Jobs.DAMAGED : "")));
        return table;
    }

    /** What is being done, or was when the job failed or was canceled: as far as its files tell. */
    private static String stage(JobView view) {
        if (view.status() != Status.FAILED && view.status() != Status.CANCELED)
            return view.stage().word();
        if (view.pictures().stream().allMatch(picture -> picture.url().isPresent())) return "notify";
        if (view.mask().isPresent()) return "generate";
        return view.faces()
                .map(faces -> faces.masked() < faces.found() ? "segment" : "merge")
                .orElse("detect");
    }

    /** The job's own error, or those of its pictures. */
    private static Optional<String> error(JobView view) {
        String pictures = view.pictures().stream()
                .flatMap(picture ->
                        picture.error().map(problem -> "picture " + picture.index() + ": " + problem.code()).stream())
                .collect(Collectors.joining(", "));
        return view.error().map(JobsCommand::text).or(() -> Optional.of(pictures));
    }

    private static String text(Problem problem) {
        return problem.code() + ": " + problem.message();
    }

    private static ObjectNode written(JobList.Row row) {
        ObjectNode job = row.view()
                .<ObjectNode>map(Json.MAPPER::valueToTree)
                .orElseGet(() -> Json.MAPPER
                        .createObjectNode()
                        .put("jobId", row.id().value())
                        .put("status", row.status().word()));
        row.execution().ifPresent(name -> job.put("execution", name));
        return job;
    }

    /** Statuses as JobView writes them. */
    static final class StatusWord implements ITypeConverter<Status> {
        @Override
        public Status convert(String word) {
            return Arrays.stream(Status.values())
                    .filter(status -> status.word().equals(word.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("'" + word + "' is no status; there are "
                            + Arrays.stream(Status.values()).map(Status::word).collect(Collectors.joining(", "))));
        }
    }
}
