package booth.emulator.s3;

import java.nio.ByteBuffer;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.shaded.org.eclipse.jetty.http.HttpHeader;
import org.gaul.shaded.org.eclipse.jetty.io.Content;
import org.gaul.shaded.org.eclipse.jetty.server.Handler;
import org.gaul.shaded.org.eclipse.jetty.server.Request;
import org.gaul.shaded.org.eclipse.jetty.server.Response;
import org.gaul.shaded.org.eclipse.jetty.server.Server;
import org.gaul.shaded.org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the whole body of a write before S3Proxy sees the request. S3Proxy leaves unread what it does not need: all of
 * a body whose condition fails, and the last bytes of one that is signed in chunks. Its server then closes the connection,
 * sometimes just after it has said that it stays open, and the client's next request is lost, or repeated although it was
 * carried out, which a condition like {@code If-None-Match} turns into a 412. Bodies too large for memory go straight on.
 *
 * <p>No thread waits for a body: as many clients that stop in the middle as S3Proxy has threads would keep everybody else
 * from their objects. A connection that says nothing for 30 s is closed.
 */
final class BodyFirst extends Handler.Wrapper {
    private static final int IN_MEMORY = 32 << 20;

    private BodyFirst(Handler next) {
        super(next);
    }

    /**
     * S3Proxy has no door for handlers of its server, so this one comes in through the field; call it before the start.
     *
     * @param guard what sees the request before
     */
    static void install(S3Proxy proxy, Handler.Singleton guard) {
        Server server = server(proxy);
        guard.setHandler(new BodyFirst(server.getHandler()));
        server.setHandler(guard);
    }

    /** Who sees the request even earlier. */
    static void before(S3Proxy proxy, Handler.Singleton guard) {
        Server server = server(proxy);
        guard.setHandler(server.getHandler());
        server.setHandler(guard);
    }

    private static Server server(S3Proxy proxy) {
        try {
            var field = S3Proxy.class.getDeclaredField("server");
            field.setAccessible(true);
            return (Server) field.get(proxy);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This S3Proxy is built differently from 4.1.0", e);
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!fits(request)) return super.handle(request, response, callback);
        Content.Source.asByteBufferAsync(request, IN_MEMORY).whenComplete((body, failure) -> {
            if (failure == null)
                request.getContext().execute(() -> goOn(new Buffered(request, body), response, callback));
            else callback.failed(failure.getCause() == null ? failure : failure.getCause()); // one that left is quiet
        });
        return true;
    }

    /** On a thread that may wait. */
    private void goOn(Request request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) Response.writeError(request, response, callback, 404);
        } catch (Exception e) { // as the server itself does with what a handler throws
            Response.writeError(request, response, callback, e);
        }
    }

    private static boolean fits(Request request) {
        long length = request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH);
        return "PUT".equals(request.getMethod()) && length >= 0 && length <= IN_MEMORY;
    }

    /** The same request, its body in memory. */
    private static final class Buffered extends Request.Wrapper {
        private final Content.Source body;

        Buffered(Request request, ByteBuffer body) {
            super(request);
            this.body = Content.Source.from(body);
        }

        @Override
        public Content.@Nullable Chunk read() {
            return body.read();
        }

        @Override
        public void demand(Runnable demand) {
            body.demand(demand);
        }

        @Override
        public void fail(Throwable failure) {
            body.fail(failure);
        }
    }
}
