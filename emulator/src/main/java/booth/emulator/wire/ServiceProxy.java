package booth.emulator.wire;

import java.net.URI;
import java.util.function.Supplier;
import org.eclipse.jetty.client.DuplexConnectionPool;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Hands requests for a service that has a server of its own on to it, as they are: the Host header too, because the
 * signature covers it, which that server checks. Bodies stream through in both directions.
 */
public final class ServiceProxy extends ProxyHandler.Reverse {
    private static final String SERVER = ServiceProxy.class.getName();
    /** As many long polls and uploads at once as anybody starts on one machine. */
    private static final int CONNECTIONS = 1024;
    /** A long poll takes 20 s. */
    private static final long IDLE_MILLIS = 60_000;

    private final Supplier<URI> server;

    /** @param server asked at every request, because it may start later */
    public ServiceProxy(Supplier<URI> server) {
        super(ServiceProxy::rewritten);
        this.server = server;
        setUseServerThreadPool(true);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        request.setAttribute(SERVER, server.get());
        return super.handle(request, response, callback);
    }

    private static HttpURI rewritten(Request request) {
        URI server = (URI) request.getAttribute(SERVER);
        return HttpURI.build(request.getHttpURI())
                .scheme(server.getScheme())
                .host(server.getHost())
                .port(server.getPort());
    }

    @Override
    protected HttpClient newHttpClient() {
        HttpClientTransportOverHTTP transport = new HttpClientTransportOverHTTP();
        transport.setHeaderCacheCaseSensitive(true); // a Content-Type comes back as it was stored
        return new HttpClient(transport);
    }

    @Override
    protected void configureHttpClient(HttpClient client) {
        super.configureHttpClient(client);
        client.setUserAgentField(null);
        client.setIdleTimeout(IDLE_MILLIS);
        client.getTransport().setConnectionPoolFactory(destination -> {
            DuplexConnectionPool pool = new DuplexConnectionPool(destination, CONNECTIONS);
            pool.setMaxUsage(1); // one that is used again may be closed by its server at that very moment
            return pool;
        });
    }

    /** What was asked reaches the neighbour and nothing else. */
    @Override
    protected void addProxyHeaders(Request request, org.eclipse.jetty.client.Request onward) {}
}
