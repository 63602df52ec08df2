package booth.generate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads each request to its end and then does with the connection as it is told: answers, a part of an answer, or an end
 * without a word.
 */
final class RawServer implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");
    private static final Pattern REGION = Pattern.compile("Credential=[^/]+/\\d+/([^/]+)/");

    /** What comes after a request. */
    interface Fate {
        void befall(Socket connection) throws IOException;
    }

    /** Writes this and hangs up. */
    static Fate saying(String answer) {
        return connection -> connection.getOutputStream().write(answer.getBytes(ISO_8859_1));
    }

    /** Writes this, if anything, and then the connection is reset instead of closed. */
    static Fate resetAfter(String answer) {
        return connection -> {
            saying(answer).befall(connection);
            connection.setSoLinger(true, 0);
        };
    }

    private final ServerSocket door;
    private final Fate fate;
    private final List<String> regions = new CopyOnWriteArrayList<>();

    RawServer(Fate fate) {
        this.fate = fate;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread serving = new Thread(this::serve, "raw-server");
        serving.setDaemon(true);
        serving.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    /** The region that each request was signed for, in the order of arrival. */
    List<String> regions() {
        return List.copyOf(regions);
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket connection = door.accept()) {
                regions.add(region(request(connection.getInputStream())));
                fate.befall(connection);
            } catch (IOException e) {
                // the client has hung up, or the test is over
            }
        }
    }

    private static String request(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int read = in.read();
            if (read < 0) throw new IOException("There is no request.");
            head.write(read);
        }
        String text = head.toString(ISO_8859_1);
        Matcher length = LENGTH.matcher(text);
        if (length.find()) in.readNBytes(Integer.parseInt(length.group(1)));
        return text;
    }

    private static String region(String request) {
        Matcher region = REGION.matcher(request);
        return region.find() ? region.group(1) : "";
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
