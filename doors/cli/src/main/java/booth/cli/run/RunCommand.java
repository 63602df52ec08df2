package booth.cli.run;

import booth.cli.stack.Launcher;
import booth.cli.stack.Stack;
import booth.cli.stack.StackOptions;
import booth.cli.terminal.CommandFailed;
import booth.cli.terminal.ExitCode;
import booth.core.Busy;
import booth.core.Refused;
import booth.core.job.JobId;
import booth.core.job.JobRequest;
import booth.core.job.JobView;
import booth.core.job.Look;
import booth.core.job.LookChoice;
import booth.core.job.Status;
import booth.core.job.Subject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.core.exception.SdkException;

/** The main job: photos in, pictures out. */
@Command(
        name = "run",
        description = "Sends photos through the pipeline and saves what comes out.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Unless a stack is named the embedded cloud is started in this process and stopped at the end.",
            "Results: <out>/<jobId>/ with frame.png, mask_<name>.png, photo_<name>_1.jpeg to _3.jpeg and job.json.",
            "Exit codes: 0 every job succeeded, 1 a job failed, 2 a photo was refused (e.g. no face), 64 wrong usage."
        })
public final class RunCommand implements Callable<Integer> {
    private static final int AT_ONCE = 8;
    private static final Duration POLL_EMBEDDED = Duration.ofMillis(100);
    private static final Duration POLL_DEPLOYED = Duration.ofMillis(700);

    private final Launcher launcher;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "PHOTO",
            arity = "0..*",
            description = "JPEG or PNG files; a bundled sample if none is named.")
    private List<Path> photos = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "out",
            description = "Where results go (${DEFAULT-VALUE}).")
    private Path out = Path.of("out");

    @Option(names = "--booth", defaultValue = "default", description = "The booth's name (${DEFAULT-VALUE}).")
    private String booth = "default";

    @Option(names = "--id", description = "The booth's own name for the job; it reaches the pictures' names.")
    private Optional<String> id = Optional.empty();

    @Option(
            names = "--prompt",
            paramLabel = "TEXT",
            description = "What to paint, up to three times, instead of the configured prompts.")
    private List<String> prompts = new ArrayList<>();

    @Option(
            names = "--look",
            paramLabel = "LOOK",
            description = "What to make of the photo: ${COMPLETION-CANDIDATES}; the first where nothing is said.",
            converter = LookConverter.class,
            completionCandidates = LookConverter.class)
    private Optional<Look> look = Optional.empty();

    @Option(
            names = "--masks",
            paramLabel = "NAMES",
            description = "For monsters, names or tags of masks, such as tiger or cute: one for everybody, or several"
                    + " with commas from left to right.")
    private Optional<String> masks = Optional.empty();

    @Option(
            names = "--subject",
            paramLabel = "WHO",
            description = "Who stays sharp in a portrait: all, largest, or a face such as 'face 2'.",
            converter = SubjectConverter.class)
    private Optional<Subject> subject = Optional.empty();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "600",
            description = "How long to wait for a job (${DEFAULT-VALUE}).")
    private long timeout = 600;

    @Option(names = "--json", description = "JSON lines on standard output: one for every change, one for every end.")
    private boolean json;

    @Option(names = "--plain", description = "Lines instead of bars, as when the output is no terminal.")
    private boolean plain;

    @Mixin
    private StackOptions stackOptions = new StackOptions();

    public RunCommand(Launcher launcher) {
        this.launcher = launcher;
    }

    @Override
    public Integer call() throws Exception {
        if (photos.isEmpty()) photos = List.of(launcher.samplePhoto());
        try (Display display = display()) {
            List<PhotoFile> files = readable(display);
            if (files.isEmpty()) return ExitCode.FAILED;
            if (!stackOptions.given() && !json) spec.commandLine().getErr().println("Starting the embedded cloud …");
            try (Stack stack = stackOptions.given() ? stackOptions.named() : launcher.startCloud();
                    JobClient client = new JobClient(stack, stackOptions.given() ? POLL_DEPLOYED : POLL_EMBEDDED)) {
                int code = all(files, client, display);
                return files.size() < photos.size() ? ExitCode.FAILED : code;
            }
        }
    }

    private Display display() {
        PrintWriter results = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (json) return new JsonDisplay(results);
        return plain || !launcher.onTerminal() ? new PlainDisplay(results, err) : new BarDisplay(results, err);
    }

    /** What can be read; the others are reported and do not keep these from going through. */
    private List<PhotoFile> readable(Display display) {
        List<PhotoFile> files = new ArrayList<>();
        for (Path photo : photos) {
            try {
                files.add(PhotoFile.read(photo));
            } catch (CommandFailed e) {
                display.failed(new PhotoFile(photo, new byte[0]), String.valueOf(e.getMessage()));
            }
        }
        return files;
    }

    /** Several photos side by side; one that fails does not keep the others from ending. */
    private int all(List<PhotoFile> files, JobClient client, Display display) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(AT_ONCE, files.size()));
        try {
            List<Future<Integer>> codes = new ArrayList<>();
            for (PhotoFile file : files) codes.add(pool.submit(() -> one(file, client, display)));
            int worst = ExitCode.OK;
            for (Future<Integer> code : codes) worst = worse(worst, code.get());
            return worst;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private int one(PhotoFile photo, JobClient client, Display display) throws InterruptedException {
        try {
            JobRequest request = new JobRequest(photo.name(), photo.contentType(), id, Optional.empty(), booth, prompts)
                    .with(new LookChoice(look, subject, masks));
            JobId job = client.upload(photo, request);
            JobView end = client.follow(
                    job,
                    Duration.ofSeconds(timeout),
                    view -> display.changed(photo, view),
                    () -> display.unreachable(photo));
            Map<String, Duration> stages = client.stages(end);
            display.ended(photo, end, ResultDownload.save(end, client.folder(), this.out), stages);
            return code(end.status());
        } catch (Refused e) {
            display.failed(photo, e.sentence());
            return ExitCode.REFUSED;
        } catch (CommandFailed | Busy | SdkException e) {
            display.failed(photo, String.valueOf(e.getMessage()));
            return ExitCode.FAILED;
        }
    }

    private static int code(Status status) {
        return switch (status) {
            case SUCCEEDED -> ExitCode.OK;
            case REJECTED -> ExitCode.REFUSED;
            default -> ExitCode.FAILED;
        };
    }

    /** A failure outweighs a refusal. */
    private static int worse(int a, int b) {
        if (a == ExitCode.FAILED || b == ExitCode.FAILED) return ExitCode.FAILED;
        return Math.max(a, b);
    }
}
