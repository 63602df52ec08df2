package booth.emulator.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Leaves requests for services that have a server of their own to it. */
final class Neighbours extends Handler.Sequence {
    private final Map<String, Handler> servers;
    private final PublicService open;

    /**
     * @param servers by the name with which requests for the service are signed
     * @param open who answers what is for no service
     */
    Neighbours(Map<String, Handler> servers, PublicService open) {
        super(List.copyOf(servers.values()));
        this.servers = Map.copyOf(servers);
        this.open = open;
    }

    /** False for what is not theirs. */
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Optional<Handler> server = ServiceResolver.of(request, open).map(servers::get);
        return server.isPresent() && server.get().handle(request, response, callback);
    }
}
