package booth.local;

import booth.aws.S3ObjectStore;
import booth.core.access.Pairings;
import booth.emulator.EmbeddedCloud;
import booth.local.line.ChatKey;
import booth.local.web.OperatorsKey;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.s3.S3Client;

/** Keeps the embedded cloud running for other terminals. */
@Command(
        name = "up",
        description = "Starts the embedded cloud, prints its endpoints, and keeps it running until Ctrl-C.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
    private static final int PORT = 4700;
    private static final int MOST = 65_533;
    private static final Duration ATTEMPT = Duration.ofSeconds(5);

    private final EmbeddedLauncher launcher;
    private final Home home;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "" + PORT,
            description = "Of the gateway; the next two are S3's and SQS's. 0 for any free ones (${DEFAULT-VALUE}).")
    private int port = PORT;

    @Option(names = "--fresh", description = "Forget what earlier runs left behind.")
    private boolean fresh;

    UpCommand(EmbeddedLauncher launcher, Home home) {
        this.launcher = launcher;
        this.home = home;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > MOST)
            throw new ParameterException(
                    spec.commandLine(),
                    "--port must be from 0 to " + MOST + ", so that two more fit, not " + port + ".");
        CountDownLatch stop = new CountDownLatch(1);
        EmbeddedLauncher.Started cloud = launcher.start(port, fresh, false);
        Optional<Planting> planting = Planting.beside(cloud.embedded());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            planting.ifPresent(Planting::close);
            cloud.close();
            stop.countDown();
        }));
        tell(cloud.embedded(), spec.commandLine().getOut());
        stop.await();
        return 0;
    }

    private void tell(EmbeddedCloud cloud, PrintWriter out) {
        String steps = cloud.steps().entrySet().stream()
                .map(step -> step.getKey() + " " + seconds(step.getValue()))
                .collect(Collectors.joining(", "));
        out.println("The embedded cloud is up (" + steps + ").");
        out.println();
        Optional.ofNullable(cloud.outputs().get("ApiUrl")).ifPresent(url -> {
            out.println("  Booth page                " + url + "/#pair=" + pairing(cloud));
            out.println(
                    "                            for one browser, within ten minutes; for another: booth keys pair");
            out.println("  Operators' page           " + url + "/operators.html#operator="
                    + OperatorsKey.of(cloud.account()).value());
            if (cloud.outputs().containsKey(LocalFront.WEBHOOK))
                out.println("  Chat page (LINE's bot)    " + url + "/chat.html#chat="
                        + ChatKey.of(cloud.account()).value());
            if (Planting.isPossible(cloud))
                out.println("  Emotion garden            " + url
                        + "/garden.html, /studio.html, /gardener.html, /wall.html");
            out.println("  HTTP API                  " + url);
        });
        out.println("  AWS_ENDPOINT_URL          " + cloud.endpoint("sfn"));
        out.println("  S3 and SQS by themselves  " + cloud.endpoint("s3") + ", " + cloud.endpoint("sqs"));
        out.println("  region " + cloud.account().region() + "; the keys are set by: eval \"$(./booth env)\"");
        out.println();
        cloud.outputs().forEach((name, value) -> out.printf("  %-26s%s%n", name, value));
        out.println();
        out.println("Send a photo from another terminal: ./booth run --outputs " + home.outputs() + " PHOTO");
        out.flush();
    }

    private static String pairing(EmbeddedCloud cloud) {
        try (S3Client s3 = booth.aws.Clients.build(S3Client.builder(), ATTEMPT)) {
            return new Pairings(new S3ObjectStore(
                            s3, Objects.requireNonNull(cloud.outputs().get("JobsBucket"))))
                    .open("booth", 1200, Instant.now().truncatedTo(ChronoUnit.SECONDS));
        }
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
