package booth.emulator.wire;

import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Refuses requests for names that are not this machine's, before anybody looks at them; leaves the others to the next. */
public final class HostCheck extends Handler.Abstract.NonBlocking {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Optional<String> objection =
                Addresses.objection(request.getHeaders().get(HttpHeader.HOST), Request.getLocalPort(request));
        objection.ifPresent(why -> {
            response.setStatus(HttpStatus.FORBIDDEN_403);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
            Content.Sink.write(response, true, why + "\n", callback);
        });
        return objection.isPresent();
    }
}
