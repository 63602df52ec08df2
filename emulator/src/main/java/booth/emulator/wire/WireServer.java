package booth.emulator.wire;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.NetworkConnectionLimit;

/**
 * One loopback port that speaks AWS's three wire protocols for any number of services. Every request is taken, whatever
 * its signature: only programs of this machine reach it. What is for a service with a server of its own goes on to it,
 * so that this one port is all that AWS's tools need to know.
 */
public final class WireServer implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    /** Thirty megabytes of an image in base64, and the JSON around it. */
    private static final int MAX_BODY = 48 << 20;
    /** What is sent here comes from this machine. */
    private static final Duration BODY_WITHIN = Duration.ofSeconds(15);
    /** Of all clients together: those that say nothing must not take every file descriptor of the process. */
    private static final int MAX_CONNECTIONS = 4096;

    private final Javalin server;

    /**
     * Starts at once.
     *
     * @param port 0 for any free one
     * @throws IllegalStateException when the port is taken
     */
    public WireServer(int port, List<JsonService> json, List<QueryService> query, List<RestService> rest) {
        this(port, json, query, rest, Map.of(), PublicService.NOBODY);
    }

    /** Starts at once with everything there, as {@link #WireServer(int, List, List, List, Map, PublicService, StartGate)}. */
    public WireServer(
            int port,
            List<JsonService> json,
            List<QueryService> query,
            List<RestService> rest,
            Map<String, Supplier<URI>> neighbours,
            PublicService open) {
        this(port, json, query, rest, neighbours, open, StartGate.opened());
    }

    /**
     * Starts at once.
     *
     * @param port 0 for any free one
     * @param neighbours the servers of other services, by the name with which requests for them are signed ({@code s3})
     * @param open who answers what is for no service
     * @param gate opened when everything is there
     * @throws IllegalStateException when the port is taken
     */
    public WireServer(
            int port,
            List<JsonService> json,
            List<QueryService> query,
            List<RestService> rest,
            Map<String, Supplier<URI>> neighbours,
            PublicService open,
            StartGate gate) {
        PublicRequests door = new PublicRequests(open);
        RootHandler root = new RootHandler(new JsonProtocol(json), new QueryProtocol(query), door);
        server = start(port, config -> {
            // signatures cover values to the letter: without this, charset=UTF-8 becomes charset=utf-8
            config.jetty.modifyHttpConfiguration(http -> http.setHeaderCacheCaseSensitive(true));
            config.jetty.modifyServer(jetty -> jetty.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, jetty)));
            config.jetty.modifyServletContextHandler(
                    context -> context.insertHandler(new WholeBody(null, WholeBody::isThere, MAX_BODY, BODY_WITHIN)));
            config.jetty.modifyServer(jetty ->
                    jetty.getTail().setHandler(new Handler.Sequence(gate, new ServiceProxy(neighbours, open))));
            config.routes.before(RestErrors::identify);
            config.routes.post("/", root::answer);
            config.routes.get("/", root::answer); // links in mails and messages carry a query
            rest.forEach(service -> service.routes(config.routes));
            door.routes(config.routes);
            RestErrors.routes(config.routes);
        });
    }

    /** The port, also where 0 was asked for. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static Javalin start(int port, Consumer<JavalinConfig> routes) {
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.startupWatcherEnabled = false;
            config.http.maxRequestSize = MAX_BODY;
            config.http.compressionStrategy = CompressionStrategy.NONE;
            routes.accept(config);
        });
        try {
            return server.start(LOOPBACK, port);
        } catch (JavalinBindException e) {
            throw new IllegalStateException(
                    "Port " + port + " of " + LOOPBACK + " is taken; stop the program that has it or choose another.",
                    e);
        }
    }

    /** Of the two protocols that post to the root, one has a header of its own. */
    private record RootHandler(JsonProtocol json, QueryProtocol query, PublicRequests open) {
        void answer(Context request) {
            if (request.header(JsonProtocol.TARGET) != null) json.answer(request);
            else if (QueryProtocol.namesAction(request) || !open.isFor(request)) query.answer(request);
            else open.answer(request);
        }
    }
}
