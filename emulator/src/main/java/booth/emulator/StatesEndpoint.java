package booth.emulator;

import booth.emulator.account.Account;
import booth.emulator.account.Identity;
import booth.emulator.states.AwsTasks;
import booth.emulator.states.StatesService;
import booth.emulator.states.StatesSettings;
import booth.emulator.wire.WireServer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Step Functions on a port of its own, for state machines of anybody's: its tasks call functions, queues and topics
 * wherever they are. Executions that were running when an earlier process ended go on when it starts.
 */
public final class StatesEndpoint implements AutoCloseable {
    private final Cleanup cleanup = new Cleanup();
    private final int port;
    private final int continued;

    /**
     * Where its tasks' calls go.
     *
     * @param lambda empty where there is none: such a task fails and says so
     * @param advice what to do for the service of this name where there is none
     */
    public record Services(Optional<URI> lambda, Optional<URI> sqs, Optional<URI> sns, UnaryOperator<String> advice) {
        private Clients clients(Account account) {
            return new Clients(account, known(lambda, "Lambda"), known(sqs, "SQS"), known(sns, "SNS"));
        }

        private Supplier<URI> known(Optional<URI> endpoint, String service) {
            return () -> endpoint.orElseThrow(() ->
                    SdkClientException.create("There is no " + service + " to call: " + advice.apply(service) + "."));
        }
    }

    /**
     * Starts at once.
     *
     * @param settings where machines and executions are kept; of this endpoint alone
     * @param port 0 for any free one
     * @throws IllegalStateException when the port is taken or another process has the folder
     */
    public StatesEndpoint(DataSettings settings, int port, Account account, Services services) {
        Path folder = settings.folder();
        if (Files.exists(folder.resolve("s3")))
            throw new IllegalStateException("The folder " + folder.toAbsolutePath()
                    + " holds the data of a whole cloud; choose one of its own.");
        DataFolder data = cleanup.add(DataFolder.open(settings));
        try {
            Clients clients = cleanup.add(services.clients(account));
            AwsTasks tasks = cleanup.add(new AwsTasks(clients.lambda(), clients.sqs(), clients.sns()));
            StatesService states = cleanup.add(new StatesService(
                    new StatesSettings(data.resolve("states"), account.region(), account.id()), tasks, event -> {}));
            WireServer server =
                    cleanup.add(new WireServer(port, List.of(states), List.of(new Identity(account)), List.of()));
            this.port = server.port();
            this.continued = states.recover().size();
        } catch (RuntimeException e) {
            cleanup.close();
            throw e;
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** How many executions of an earlier process went on. */
    public int continued() {
        return continued;
    }

    @Override
    public void close() {
        cleanup.close();
    }
}
