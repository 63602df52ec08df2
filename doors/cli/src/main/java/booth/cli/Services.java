package booth.cli;

import booth.aws.S3ObjectStore;
import booth.aws.StepFunctionsExecutions;
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
final class Services implements AutoCloseable {
    private final Stack cloud;
    private final List<SdkAutoCloseable> open = new ArrayList<>();
    private final Supplier<S3Client> s3;
    private final Supplier<SfnClient> states;
    private final Supplier<SqsClient> queues;
    private final Supplier<CloudWatchLogsClient> logs;

    Services(Stack cloud) {
        this.cloud = cloud;
        AwsConnection reach = cloud.reach();
        s3 = once(reach::s3);
        states = once(() -> reach.client("sfn", SfnClient.builder()));
        queues = once(() -> reach.client("sqs", SqsClient.builder()));
        logs = once(() -> reach.client("cloudwatchlogs", CloudWatchLogsClient.builder()));
    }

    /** A sentence about what a service answered; errors of any other kind rise as they are. */
    String sentence(RuntimeException error) {
        if (error instanceof CommandFailed) return String.valueOf(error.getMessage());
        if (ErrorText.knows(error)) return ErrorText.of(cloud.reach(), error);
        throw error;
    }

    /** The jobs bucket. */
    ObjectStore jobs() {
        return new S3ObjectStore(s3.get(), output("JobsBucket"));
    }

    ObjectStore uploads() {
        return new S3ObjectStore(s3.get(), output("UploadsBucket"));
    }

    StepFunctionsExecutions executions() {
        return new StepFunctionsExecutions(states.get(), stateMachine());
    }

    SfnClient states() {
        return states.get();
    }

    String stateMachine() {
        return output("StateMachineArn");
    }

    SqsClient queues() {
        return queues.get();
    }

    CloudWatchLogsClient logs() {
        return logs.get();
    }

    String stack() {
        return cloud.stack();
    }

    Map<String, String> outputs() {
        return cloud.outputs();
    }

    Optional<String> findOutput(String name) {
        return Optional.ofNullable(cloud.outputs().get(name));
    }

    String output(String name) {
        return findOutput(name)
                .orElseThrow(() -> new CommandFailed("The stack has no output " + name + "; it has "
                        + cloud.outputs().keySet().stream().sorted().collect(Collectors.joining(", ")) + "."));
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
