package booth.emulator.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Stands first in a server whose routes are still being made: until it is opened everybody is asked to come again in a
 * second, which AWS's clients do by themselves.
 */
public final class StartGate extends Handler.Abstract {
    /** What is said to those who come too early. */
    public static final String REASON = "The cloud is starting; try again in a second.";

    private volatile boolean open;

    /** From now on everybody is let in. */
    public void open() {
        open = true;
    }

    /** One that is open. */
    static StartGate opened() {
        StartGate gate = new StartGate();
        gate.open();
        return gate;
    }

    /** False for everybody who is let in. */
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (open) return false;
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE_503);
        response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
        response.write(true, ByteBuffer.wrap((REASON + "\n").getBytes(UTF_8)), callback);
        return true;
    }
}
