package booth.emulator;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Clients that stop in the middle of a request's body: {@code hel}, which was to be {@code hello}. */
public final class StuckClients implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    private final List<Socket> sockets = new ArrayList<>();

    /** @param request method and path */
    public StuckClients(int count, int port, String request) throws IOException {
        String head = request + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhel";
        for (int i = 0; i < count; i++) {
            Socket socket = new Socket("127.0.0.1", port);
            sockets.add(socket);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(head.getBytes(US_ASCII));
        }
    }

    /** The last of them sends the rest, too. */
    public void finishOne() throws IOException {
        last().getOutputStream().write("lo".getBytes(US_ASCII));
    }

    /** What the last of them is answered, until it ends so, or the connection does. */
    public String heard(String end) throws IOException {
        StringBuilder answer = new StringBuilder();
        InputStream in = last().getInputStream();
        for (int next = in.read(); next >= 0; next = in.read())
            if (answer.append((char) next).toString().endsWith(end)) break;
        return answer.toString();
    }

    private Socket last() {
        return sockets.get(sockets.size() - 1);
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) socket.close();
    }
}
