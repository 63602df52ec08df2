package booth.emulator.wire;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * By which names a server of this machine may be called. A page of another site can make its own name lead to 127.0.0.1 and
 * so be taken for ours by the browser; the Host header still says whose page it is.
 */
public final class Addresses {
    private static final Pattern HOST =
            Pattern.compile("(?i)(127\\.0\\.0\\.1|\\[::1]|(?:[a-z0-9.-]+\\.)?localhost)(?::(\\d{1,5}))?");
    private static final int USUAL = 80;

    private Addresses() {}

    /**
     * Why a request is not taken.
     *
     * @param host the Host header
     * @param ports at which the server answers
     * @return empty where it is called by a name of this machine
     */
    public static Optional<String> objection(@Nullable String host, int... ports) {
        Matcher parts = HOST.matcher(host == null ? "" : host);
        if (parts.matches()) {
            int port = parts.group(2) == null ? USUAL : Integer.parseInt(parts.group(2));
            if (Arrays.stream(ports).anyMatch(known -> known == port)) return Optional.empty();
        }
        return Optional.of("This server is for programs of this machine, which call it "
                + Arrays.stream(ports)
                        .distinct()
                        .mapToObj(port -> "127.0.0.1:" + port + " or localhost:" + port)
                        .collect(Collectors.joining(" or "))
                + ", not " + (host == null || host.isEmpty() ? "nothing at all" : Xml.escape(host)) + ".");
    }

    /**
     * Whether a page of another origin asks. Browsers say whose page it is with whatever may change something; nobody else
     * does.
     *
     * @param origin the Origin header
     * @param host the Host header, known to be ours
     */
    public static boolean isForeign(@Nullable String origin, @Nullable String host) {
        return origin != null && !origin.equalsIgnoreCase("http://" + host);
    }
}
