package booth.emulator.s3;

import org.gaul.shaded.org.eclipse.jetty.http.HttpHeader;
import org.gaul.shaded.org.eclipse.jetty.server.Handler;
import org.gaul.shaded.org.eclipse.jetty.server.Request;
import org.gaul.shaded.org.eclipse.jetty.server.Response;
import org.gaul.shaded.org.eclipse.jetty.util.Callback;

/** Knows which threads write what a browser posted with a form: S3Proxy writes it like any other object. */
final class FormPosts extends Handler.Wrapper {
    private final ThreadLocal<Boolean> writing = ThreadLocal.withInitial(() -> false);

    /** Whether this very thread is at it. */
    boolean writing() {
        return writing.get();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        if (!request.getMethod().equals("POST") || type == null || !type.startsWith("multipart/form-data"))
            return super.handle(request, response, callback);
        writing.set(true);
        try {
            return super.handle(request, response, callback);
        } finally {
            writing.remove();
        }
    }
}
