package booth.api.jobs;

import booth.core.Refused;
import booth.core.job.Callback;
import booth.core.job.PublicAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * Which addresses a booth may name for its webhooks. Names are not resolved here: that is done when the webhook is sent,
 * and counts then.
 *
 * @param privateToo lets plain HTTP and private addresses pass, for trying webhooks out
 */
public record CallbackRule(boolean privateToo) {
    private static final Pattern NUMERIC = Pattern.compile("[0-9.]+|\\[.*]");

    /** @throws Refused {@code INVALID_CALLBACK} */
    void require(Callback callback) {
        if (privateToo) return;
        if (!callback.uri().getScheme().equals("https"))
            throw new Refused("INVALID_CALLBACK", "callbackUrl must begin with https://.");
        String host = callback.uri().getHost();
        if (host.equals("localhost") || NUMERIC.matcher(host).matches() && !isPublic(host))
            throw new Refused("INVALID_CALLBACK", "callbackUrl must lead to the public Internet, not to " + host + ".");
    }

    private static boolean isPublic(String numeric) {
        try {
            return PublicAddress.test(InetAddress.getByName(numeric));
        } catch (UnknownHostException e) {
            return false; // digits that are no address
        }
    }
}
