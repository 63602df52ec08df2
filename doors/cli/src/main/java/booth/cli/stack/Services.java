package booth.cli.stack;

import booth.aws.S3ObjectStore;
import booth.aws.StepFunctionsExecutions;
import booth.cli.terminal.CommandFailed;
import booth.core.job.ObjectStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** The AWS services behind one stack. A client is built when it is first used: each costs a good part of a second. */
public final class Services implements AutoCloseable {
    private static final String WEB_URL = "WebUrl";
    private static final String AWS = ".amazonaws.com";

    private final Stack stack;
    private final List<SdkAutoCloseable> open = new ArrayList<>();
    private final Supplier<S3Client> s3;
    private final Supplier<SfnClient> states;
    private final Supplier<SqsClient> queues;
    private final Supplier<CloudWatchLogsClient> logs;

    public Services(Stack stack) {
        this.stack = stack;
        AwsConnection connection = stack.connection();
        s3 = once(connection::s3);
        states = once(() -> connection.client("sfn", SfnClient.builder()));
        queues = once(() -> connection.client("sqs", SqsClient.builder()));
        logs = once(() -> connection.client("cloudwatchlogs", CloudWatchLogsClient.builder()));
    }

    /** A sentence about what a service answered; errors of any other kind rise as they are. */
    public String sentence(RuntimeException error) {
        if (error instanceof CommandFailed) return String.valueOf(error.getMessage());
        if (ErrorText.knows(error)) return ErrorText.of(stack.connection(), error);
        throw error;
    }

    /** The jobs bucket. */
    public ObjectStore jobs() {
        return new S3ObjectStore(s3.get(), output("JobsBucket"));
    }

    public ObjectStore uploads() {
        return new S3ObjectStore(s3.get(), output("UploadsBucket"));
    }

    public StepFunctionsExecutions executions() {
        return new StepFunctionsExecutions(states.get(), stateMachine());
    }

    public SfnClient states() {
        return states.get();
    }

    public String stateMachine() {
        return output("StateMachineArn");
    }

    public SqsClient queues() {
        return queues.get();
    }

    public CloudWatchLogsClient logs() {
        return logs.get();
    }

    public String stackName() {
        return stack.name();
    }

    Map<String, String> outputs() {
        return stack.outputs();
    }

    public Optional<String> findOutput(String name) {
        return Optional.ofNullable(stack.outputs().get(name));
    }

    public String output(String name) {
        return findOutput(name)
                .orElseThrow(() -> new CommandFailed("The stack has no output " + name + "; it has "
                        + stack.outputs().keySet().stream().sorted().collect(Collectors.joining(", ")) + "."));
    }

    /**
     * Where the booth page is. An embedded cloud serves it beside its API; on AWS the stack of the pages says it.
     *
     * @throws CommandFailed where nothing says it
     */
    public String pages() {
        String api = output("ApiUrl");
        if (!api.contains(AWS)) return api;
        return findOutput(WEB_URL)
                .or(() -> Optional.ofNullable(DeployedStack.named(stack.name() + "Web", stack.connection())
                        .outputs()
                        .get(WEB_URL)))
                .orElseThrow(() -> new CommandFailed("Nothing says where the pages are; name them with --page."));
    }

    private <C extends SdkAutoCloseable> Supplier<C> once(Supplier<C> build) {
        return new Supplier<>() {
            private Optional<C> built = Optional.empty();

            @Override
            public synchronized C get() {
                if (built.isEmpty()) {
                    C client = build.get();
                    built = Optional.of(client);
                    synchronized (open) {
                        open.add(client);
                    }
                }
                return built.get();
            }
        };
    }

    @Override
    public void close() {
        synchronized (open) {
            open.forEach(SdkAutoCloseable::close);
        }
    }
}
