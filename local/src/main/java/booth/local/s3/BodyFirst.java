package booth.local.s3;

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
 * Takes in the whole body of a write with {@code If-Match} before S3Proxy judges it. S3Proxy answers a condition that
 * fails without reading the body, and closes the connection; the JDK's client is then still writing, finds the connection
 * broken and never sees the 412. What is written under such a condition is small.
 */
final class BodyFirst extends Handler.Wrapper {
    private BodyFirst(Handler next) {
        super(next);
    }

    /** S3Proxy has no door for handlers of its server, so this one comes in through the field; call it before the start. */
    static void install(S3Proxy proxy) {
        try {
            var field = S3Proxy.class.getDeclaredField("server");
            field.setAccessible(true);
            Server server = (Server) field.get(proxy);
            server.setHandler(new BodyFirst(server.getHandler()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This S3Proxy is built differently from 4.1.0", e);
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        boolean conditional =
                "PUT".equals(request.getMethod()) && request.getHeaders().contains(HttpHeader.IF_MATCH);
        return super.handle(
                conditional ? new Buffered(request, Content.Source.asByteBuffer(request)) : request,
                response,
                callback);
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
