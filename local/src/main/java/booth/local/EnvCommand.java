package booth.local;

import booth.cli.terminal.CommandFailed;
import booth.emulator.RunningCloud;
import booth.emulator.account.Account;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Points the AWS tools of a shell at the cloud that runs in another terminal. */
@Command(
        name = "env",
        description = {
            "Prints what points AWS's CLI and SDKs at the embedded cloud that is running, for the shell to evaluate:"
                    + " endpoints, region and the keys, which are made at its first start and kept in the data folder.",
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "For example, while 'booth up' runs in another terminal:",
            "",
            "  eval \"$(./booth env)\"",
            "  aws stepfunctions list-state-machines",
            "",
            "When no cloud is running, nothing is printed for the shell, the reason goes to the terminal, and the exit"
                    + " code is 1."
        })
final class EnvCommand implements Callable<Integer> {
    private static final List<String> KEYS = List.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");
    private static final List<String> REGIONS = List.of("AWS_REGION", "AWS_DEFAULT_REGION");
    private static final List<String> ENDPOINTS =
            List.of("AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL_SQS");
    /** What would lead elsewhere, or be sent along with keys it does not belong to. */
    private static final List<String> OTHERS =
            List.of("AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_SESSION_TOKEN", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS");

    private final Home home;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--profile-files",
            description = "Name the files instead that hold all this (AWS_CONFIG_FILE, AWS_SHARED_CREDENTIALS_FILE), so"
                    + " that no secret is in the environment.")
    private boolean profileFiles;

    EnvCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() {
        RunningCloud cloud = running()
                .orElseThrow(() -> new CommandFailed("No embedded cloud is running with the data folder "
                        + home.data().toAbsolutePath().normalize()
                        + "; start one with 'booth up' in another terminal, or name its folder (BOOTH_DATA)."));
        PrintWriter out = spec.commandLine().getOut();
        OTHERS.forEach(name -> out.println("unset " + name));
        if (profileFiles) {
            for (List<String> names : List.of(KEYS, REGIONS, ENDPOINTS))
                names.forEach(name -> out.println("unset " + name));
            export(out, files(cloud));
        } else export(out, values(cloud));
        out.flush();
        return 0;
    }

    private Optional<RunningCloud> running() {
        try {
            return RunningCloud.in(home.data());
        } catch (IllegalArgumentException | UncheckedIOException e) { // a file that somebody has changed
            throw new CommandFailed(e.getMessage() + "; start the embedded cloud again.");
        }
    }

    private static Map<String, String> files(RunningCloud cloud) {
        return Map.of(
                "AWS_CONFIG_FILE", absolute(cloud.profile().config()),
                "AWS_SHARED_CREDENTIALS_FILE", absolute(cloud.profile().credentials()));
    }

    private static Map<String, String> values(RunningCloud cloud) {
        Account account = account(cloud);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("AWS_ACCESS_KEY_ID", account.accessKey());
        values.put("AWS_SECRET_ACCESS_KEY", account.secretKey());
        values.put("AWS_REGION", account.region());
        values.put("AWS_DEFAULT_REGION", account.region());
        values.put("AWS_ENDPOINT_URL", endpoint(cloud, "gateway"));
        values.put("AWS_ENDPOINT_URL_S3", endpoint(cloud, "s3"));
        values.put("AWS_ENDPOINT_URL_SQS", endpoint(cloud, "sqs"));
        return values;
    }

    private static Account account(RunningCloud cloud) {
        try {
            return cloud.profile()
                    .find(LocalCloud.ACCOUNT_ID, LocalCloud.REGION)
                    .orElseThrow(() -> new CommandFailed("The keys of the embedded cloud are gone; start it again."));
        } catch (IllegalStateException e) {
            throw new CommandFailed(String.valueOf(e.getMessage()));
        }
    }

    private static String endpoint(RunningCloud cloud, String service) {
        return Objects.requireNonNull(cloud.endpoints().get(service), service).toString();
    }

    private static String absolute(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }

    /** In single quotes, in which a shell takes everything as it is. */
    private static void export(PrintWriter out, Map<String, String> values) {
        values.forEach((name, value) -> out.println("export " + name + "='" + value.replace("'", "'\\''") + "'"));
    }
}
