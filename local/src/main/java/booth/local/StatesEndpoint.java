package booth.local;

import booth.local.account.Account;
import booth.local.account.Identity;
import booth.local.states.AwsTasks;
import booth.local.states.StatesService;
import booth.local.states.StatesSettings;
import booth.local.wire.WireServer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Step Functions on a port of its own, for state machines of anybody's: its tasks call functions, queues and topics
 * wherever they are. Executions that were running when an earlier process ended go on when it starts.
 */
final class StatesEndpoint implements AutoCloseable {
    private static final Account ACCOUNT = Account.LOCAL;
    private static final String ADVICE = "stop it or choose another folder (--data)";

    private final Cleanup cleanup = new Cleanup();
    private final int port;
    private final int continued;

    /**
     * Where its tasks' calls go.
     *
     * @param lambda empty where there is none: such a task fails and says so
     */
    record Services(Optional<URI> lambda, Optional<URI> sqs, Optional<URI> sns) {
        private Clients clients() {
            return new Clients(
                    ACCOUNT,
                    known(lambda, "Lambda", "--lambda-endpoint"),
                    known(sqs, "SQS", "--sqs-endpoint"),
                    known(sns, "SNS", "--sns-endpoint"));
        }

        private static Supplier<URI> known(Optional<URI> endpoint, String service, String option) {
            return () -> endpoint.orElseThrow(() -> SdkClientException.create("There is no " + service
                    + " to call: start 'booth states' with " + option + " URL, the address of one."));
        }
    }

    /**
     * Starts at once.
     *
     * @param folder where machines and executions are kept; of this endpoint alone
     * @param port 0 for any free one
     * @param fresh whether to forget what an earlier process left in the folder
     * @throws IllegalStateException when the port is taken or another process has the folder
     */
    StatesEndpoint(Path folder, int port, boolean fresh, Services services) {
        if (Files.exists(folder.resolve("s3")))
            throw new IllegalStateException("The folder " + folder.toAbsolutePath()
                    + " holds the data of a whole cloud; choose one of its own (--data).");
        DataFolder data = cleanup.add(DataFolder.open(folder, fresh, ADVICE));
        LogFile.use(folder.resolve("booth.log"));
        try {
            Clients clients = cleanup.add(services.clients());
            AwsTasks tasks = cleanup.add(new AwsTasks(clients.lambda(), clients.sqs(), clients.sns()));
            StatesService states = cleanup.add(new StatesService(
                    new StatesSettings(data.resolve("states"), ACCOUNT.region(), ACCOUNT.id()), tasks, event -> {}));
            WireServer server =
                    cleanup.add(new WireServer(port, List.of(states), List.of(new Identity(ACCOUNT)), List.of()));
            this.port = server.port();
            this.continued = states.recover().size();
        } catch (RuntimeException e) {
            cleanup.close();
            throw e;
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** How many executions of an earlier process went on. */
    int continued() {
        return continued;
    }

    @Override
    public void close() {
        cleanup.close();
    }
}
