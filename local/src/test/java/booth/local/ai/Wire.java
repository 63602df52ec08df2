package booth.local.ai;

import booth.emulator.wire.JsonService;
import booth.emulator.wire.RestService;
import booth.emulator.wire.TestClients;
import booth.emulator.wire.WireServer;
import java.net.URI;
import java.util.List;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;

/** One service on a port, and an SDK client of it. */
record Wire<C extends AutoCloseable>(WireServer server, C client) implements AutoCloseable {
    static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends AutoCloseable> Wire<C> of(
            JsonService service, B builder) {
        return of(new WireServer(0, List.of(service), List.of(), List.of()), builder);
    }

    static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends AutoCloseable> Wire<C> of(
            RestService service, B builder) {
        return of(new WireServer(0, List.of(), List.of(), List.of(service)), builder);
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends AutoCloseable> Wire<C> of(
            WireServer server, B builder) {
        return new Wire<>(server, TestClients.of(builder, URI.create("http://127.0.0.1:" + server.port())));
    }

    @Override
    public void close() throws Exception {
        client.close();
        server.close();
    }
}
