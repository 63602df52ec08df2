package booth.local;

import booth.cli.terminal.CommandFailed;
import booth.emulator.DataSettings;
import booth.emulator.StatesEndpoint;
import booth.emulator.account.Account;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Step Functions alone, for whoever develops a state machine without an account. */
@Command(
        name = "states",
        description = {
            "Starts a Step Functions endpoint for state machines of your own and keeps it running until Ctrl-C.",
            "Machines speak JSONata; their tasks call Lambda, SQS and SNS at the endpoints you name."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "For example, with functions at port 3001 (of SAM, moto, another booth, or a server of your own):",
            "",
            "  booth states --lambda-endpoint http://127.0.0.1:3001",
            "",
            "and in another terminal:",
            "",
            "  cat > greet.json <<'END'",
            "  {\"QueryLanguage\": \"JSONata\", \"StartAt\": \"Greet\", \"States\": {\"Greet\": {",
            "    \"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke\",",
            "    \"Arguments\": {\"FunctionName\": \"greet\",",
            "                  \"Payload\": {\"name\": \"{%% $states.input.guest %%}\"}},",
            "    \"Output\": \"{%% $states.result.Payload %%}\", \"End\": true}}}",
            "  END",
            "  export AWS_ENDPOINT_URL=http://127.0.0.1:8083",
            "  export AWS_DEFAULT_REGION=us-east-1",
            "  export AWS_ACCESS_KEY_ID=any AWS_SECRET_ACCESS_KEY=any",
            "  aws stepfunctions create-state-machine --name greet \\",
            "      --role-arn arn:aws:iam::000000000000:role/any \\",
            "      --definition file://greet.json",
            "  machine=arn:aws:states:us-east-1:000000000000:stateMachine:greet",
            "  aws stepfunctions start-execution --state-machine-arn $machine \\",
            "      --input '{\"guest\": \"Ada\"}'",
            "  aws stepfunctions list-executions --state-machine-arn $machine"
        })
final class StatesCommand implements Callable<Integer> {
    /** That of AWS's own local Step Functions. */
    private static final int PORT = 8083;

    private static final int HIGHEST = 65535;
    private static final String FOLDER = "states-only";

    private final Home home;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "" + PORT,
            description = "Where it answers; 0 for any free port (${DEFAULT-VALUE}).")
    private int port = PORT;

    @Option(
            names = "--lambda-endpoint",
            paramLabel = "URL",
            description = "Where functions are. Without it, Lambda tasks fail and say so.")
    private @Nullable URI lambda;

    @Option(names = "--sqs-endpoint", paramLabel = "URL", description = "Where queues are, likewise.")
    private @Nullable URI sqs;

    @Option(names = "--sns-endpoint", paramLabel = "URL", description = "Where topics are, likewise.")
    private @Nullable URI sns;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where machines and executions are kept (" + FOLDER
                    + " in the booth's data folder). Executions that were interrupted go on at the next start, and a"
                    + " task whose call was under way is called again.")
    private @Nullable Path data;

    @Option(names = "--fresh", description = "Forget what earlier runs left behind.")
    private boolean fresh;

    StatesCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() throws InterruptedException {
        CountDownLatch stop = new CountDownLatch(1);
        try (StatesEndpoint endpoint = start()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                endpoint.close();
                stop.countDown();
            }));
            tell(endpoint, spec.commandLine().getOut());
            stop.await();
        }
        return 0;
    }

    private StatesEndpoint start() {
        if (port < 0 || port > HIGHEST) throw usage("A port is a number from 1 to " + HIGHEST + ", or 0 for any.");
        StatesEndpoint.Services services =
                new StatesEndpoint.Services(address(lambda), address(sqs), address(sns), StatesCommand::missing);
        Path folder = data == null ? home.data().resolve(FOLDER) : data;
        try {
            return new StatesEndpoint(
                    new DataSettings(
                            folder, fresh, LocalCloud.LOG_FILE, List.of(), "stop it or choose another folder (--data)"),
                    port,
                    caller(),
                    services);
        } catch (IllegalStateException | UncheckedIOException e) {
            throw new CommandFailed(String.valueOf(e.getMessage()));
        }
    }

    /** Any keys will do to call it; its tasks call with those that AWS's tools would find here, if there are any. */
    private static Account caller() {
        try (AwsCredentialsProviderChain found = AwsCredentialsProviderChain.of(
                SystemPropertyCredentialsProvider.create(),
                EnvironmentVariableCredentialsProvider.create(),
                ProfileCredentialsProvider.create())) {
            AwsCredentials keys = found.resolveCredentials();
            return new Account(LocalCloud.ACCOUNT_ID, LocalCloud.REGION, keys.accessKeyId(), keys.secretAccessKey());
        } catch (SdkClientException e) {
            return new Account(LocalCloud.ACCOUNT_ID, LocalCloud.REGION, "any", "any");
        }
    }

    private static String missing(String service) {
        return "start 'booth states' with --" + service.toLowerCase(Locale.ROOT) + "-endpoint URL, the address of one";
    }

    private Optional<URI> address(@Nullable URI uri) {
        if (uri == null) return Optional.empty();
        boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (http && uri.getHost() != null) return Optional.of(uri);
        throw usage("An endpoint is an address like http://127.0.0.1:3001, not " + uri + ".");
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private void tell(StatesEndpoint endpoint, PrintWriter out) {
        out.println("Step Functions is up: " + endpoint.url());
        if (endpoint.continued() > 0) out.println("Executions that went on: " + endpoint.continued());
        out.println();
        out.println("  export AWS_ENDPOINT_URL_SFN=" + endpoint.url());
        out.println("  region us-east-1, account 000000000000, any access key and secret key");
        out.println("  Lambda  " + shown(lambda));
        out.println("  SQS     " + shown(sqs));
        out.println("  SNS     " + shown(sns));
        out.flush();
    }

    private static String shown(@Nullable URI uri) {
        return uri == null ? "none" : uri.toString();
    }
}
