package booth.emulator.wire;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the whole body of a request before anybody who would wait for it sees the request. While the body is under way
 * no thread waits: a client that stops in the middle, or any number of them, keeps nobody else from being answered. One
 * that takes too long is cut off.
 */
public final class WholeBody extends Handler.Wrapper {
    private final Predicate<Request> which;
    private final int most;
    private final Duration within;

    /**
     * @param which requests have bodies that belong into memory; the others go on as they are
     * @param most bytes of a body
     * @param within how long a body may take
     */
    public WholeBody(@Nullable Handler next, Predicate<Request> which, int most, Duration within) {
        super(next);
        this.which = which;
        this.most = most;
        this.within = within;
    }

    /** Whether a request says that it has a body. */
    public static boolean isThere(Request request) {
        return request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH) > 0
                || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!which.test(request)) return super.handle(request, response, callback);
        CompletableFuture<byte[]> body = Content.Source.asByteArrayAsync(request, most);
        if (body.isDone() && !body.isCompletedExceptionally())
            return super.handle(new Complete(request, body.join()), response, callback);
        Scheduler.Task cut = request.getConnectionMetaData()
                .getConnector()
                .getScheduler()
                .schedule(() -> cut(request), within.toMillis(), TimeUnit.MILLISECONDS);
        body.whenComplete((bytes, failure) -> {
            cut.cancel();
            if (failure == null)
                request.getContext().execute(() -> goOn(new Complete(request, bytes), response, callback));
            else if (failure.getCause() instanceof IllegalStateException) // as the bytes were too many
            Response.writeError(request, response, callback, 413);
            else callback.failed(failure.getCause() == null ? failure : failure.getCause()); // one that left is quiet
        });
        return true;
    }

    /** Whoever waits for the body learns of it as of a connection that broke. */
    private void cut(Request request) {
        request.getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close(new TimeoutException("The request's body took longer than " + within));
    }

    /** On a thread that may wait. */
    private void goOn(Request request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) Response.writeError(request, response, callback, 404);
        } catch (Exception e) { // as the server itself does with what a handler throws
            Response.writeError(request, response, callback, e);
        }
    }

    /** The same request, its body in memory. */
    private static final class Complete extends Request.Wrapper {
        private final Content.Source body;

        Complete(Request request, byte[] body) {
            super(request);
            this.body = Content.Source.from(ByteBuffer.wrap(body));
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
