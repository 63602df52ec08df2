package booth.garden;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.http.Request;
import java.net.URLEncoder;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Under which host a client reaches the garden, where pictures have their keys for paths.
 *
 * @param text e.g. {@code https://garden.example}; empty where nobody said, so that URLs are of the same host
 */
public record Origin(String text) {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:\\[\\]_-]{1,255}");

    /** The CDN's host where one stands before the API, which tells it so; else the API's own. */
    public static Origin of(Request request) {
        String host = request.header("x-forwarded-host")
                .or(() -> request.header("host"))
                .filter(name -> HOST.matcher(name).matches())
                .orElse("");
        String scheme = request.header("x-forwarded-host").isPresent()
                ? "https"
                : request.header("x-forwarded-proto").orElse("https").toLowerCase(Locale.ROOT);
        return new Origin(host.isEmpty() ? "" : (scheme.equals("http") ? "http" : "https") + "://" + host);
    }

    /** Where the object of that key is seen: its key, percent-encoded but for the slashes. */
    public String url(String key) {
        return text + "/" + encoded(key);
    }

    private static String encoded(String key) {
        if (isPlain(key)) return key;
        return URLEncoder.encode(key, UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/")
                .replace("%2C", ",")
                .replace("*", "%2A");
    }

    /** Nearly all keys are; they are looked at a hundred thousand at a time. */
    private static boolean isPlain(String key) {
        for (int i = 0; i < key.length(); i++) {
            char one = key.charAt(i);
            boolean plain = one >= 'a' && one <= 'z'
                    || one >= 'A' && one <= 'Z'
                    || one >= '0' && one <= '9'
                    || one == '/'
                    || one == '_'
                    || one == '-'
                    || one == '.'
                    || one == ',';
            if (!plain) return false;
        }
        return true;
    }
}
