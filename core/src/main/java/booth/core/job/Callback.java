package booth.core.job;

import booth.core.Refused;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Where a booth wants to be told how its job ended.
 *
 * @param url {@code https} or {@code http}, without credentials or fragment
 * @param key id of the booth's key, whose webhook secret signs what is told
 */
public record Callback(String url, String key) {
    private static final int LONGEST = 2048;

    /** @throws Refused {@code INVALID_CALLBACK} */
    public Callback {
        @Nullable URI uri = parse(url);
        if (uri == null
                || uri.getHost() == null
                || uri.getRawUserInfo() != null
                || uri.getRawFragment() != null
                || !("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())))
            throw new Refused(
                    "INVALID_CALLBACK",
                    "callbackUrl must be an address like https://booth.example/ended, without user, password or '#'.");
    }

    private static @Nullable URI parse(String url) {
        try {
            return url.length() > LONGEST || !JobRequest.whole(url) ? null : new URI(url);
        } catch (URISyntaxException e) {
            return null; // the sentence above says what an address looks like
        }
    }

    public URI uri() {
        return URI.create(url);
    }
}
