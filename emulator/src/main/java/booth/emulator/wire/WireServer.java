package booth.emulator.wire;

import booth.emulator.signing.Signatures;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.NetworkConnectionLimit;

/**
 * One loopback port that speaks AWS's three wire protocols for any number of services. It answers to this machine's own
 * names only, no service answers pages of another site, and each request for one is checked. What is for a service with a
 * server of its own goes on to it, so that this one port is all that AWS's tools need to know.
 */
public final class WireServer implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String ROOT = "/";
    /** Not of a REST service alone; whoever answers there knows whether to ask for a signature. */
    private static final Set<String> SHARED = Set.of(ROOT, PublicRequests.EVERYTHING);
    /** Thirty megabytes of an image in base64, and the JSON around it. */
    private static final int MAX_BODY = 48 << 20;
    /** What is sent here comes from this machine. */
    private static final Duration BODY_WITHIN = Duration.ofSeconds(15);
    /** Of all clients together: those that say nothing must not take every file descriptor of the process. */
    private static final int MAX_CONNECTIONS = 4096;

    private final Javalin server;

    /**
     * Starts at once, for whoever asks on this machine.
     *
     * @param port 0 for any free one
     * @throws IllegalStateException when the port is taken
     */
    public WireServer(int port, List<JsonService> json, List<QueryService> query, List<RestService> rest) {
        this(port, new Gate(Signatures.ANYBODYS), json, query, rest, Map.of(), PublicService.NOBODY);
    }

    /** Starts at once, with everything there. */
    public WireServer(
            int port,
            Gate gate,
            List<JsonService> json,
            List<QueryService> query,
            List<RestService> rest,
            Map<String, Handler> neighbours,
            PublicService open) {
        this(port, gate, json, query, rest, neighbours, open, StartGate.opened());
    }

    /**
     * Starts at once.
     *
     * @param port 0 for any free one
     * @param gate who is let in to the services
     * @param neighbours the servers of other services, by the name with which requests for them are signed ({@code s3});
     *     they check for themselves
     * @param open who answers what is for no service
     * @param start opened when everything is there
     * @throws IllegalStateException when the port is taken
     */
    public WireServer(
            int port,
            Gate gate,
            List<JsonService> json,
            List<QueryService> query,
            List<RestService> rest,
            Map<String, Handler> neighbours,
            PublicService open,
            StartGate start) {
        PublicRequests door = new PublicRequests(open);
        RootHandler root = new RootHandler(new JsonProtocol(json, gate), new QueryProtocol(query, gate), door);
        server = start(port, config -> {
            // signatures cover values to the letter: without this, charset=UTF-8 becomes charset=utf-8
            config.jetty.modifyHttpConfiguration(http -> http.setHeaderCacheCaseSensitive(true));
            config.jetty.modifyServer(jetty -> jetty.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, jetty)));
            config.jetty.modifyServletContextHandler(
                    context -> context.insertHandler(new WholeBody(null, WholeBody::isThere, MAX_BODY, BODY_WITHIN)));
            config.jetty.modifyServer(jetty -> jetty.getTail()
                    .setHandler(new Handler.Sequence(new HostCheck(), start, new Neighbours(neighbours, open))));
            config.routes.before(RestErrors::identify);
            config.routes.beforeMatched(request -> {
                if (!SHARED.contains(request.endpoints().matchedHttpEndpoint().path))
                    gate.check(request, Refusals.REST);
            });
            config.routes.post(ROOT, root::answer);
            config.routes.get(ROOT, root::answer); // links in mails and messages carry a query
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
