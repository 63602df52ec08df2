package booth.api.jobs;

import booth.core.Refused;
import booth.core.job.Callback;
import booth.core.job.Host;
import booth.core.job.PublicAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Which addresses a booth may name for its webhooks. Names are not resolved here: that is done when the webhook is sent,
 * and counts then.
 *
 * @param privateToo lets plain HTTP and private addresses pass, for trying webhooks out
 */
public record CallbackRule(boolean privateToo) {
    /** @throws Refused {@code INVALID_CALLBACK} */
    void require(Callback callback) {
        Host host = new Host(callback.uri().getHost());
        if (host.isAmbiguous())
            throw new Refused(
                    "INVALID_CALLBACK",
                    "callbackUrl's host " + host.text()
                            + " can be read in two ways; write an address as four decimal numbers, like 203.0.113.9.");
        if (!privateToo) requirePublic(callback, host);
    }

    private static void requirePublic(Callback callback, Host host) {
        if (!callback.uri().getScheme().equals("https"))
            throw new Refused("INVALID_CALLBACK", "callbackUrl must begin with https://.");
        if (host.isLocal() || host.isNumeric() && !isPublic(host.text()))
            throw new Refused(
                    "INVALID_CALLBACK", "callbackUrl must lead to the public Internet, not to " + host.text() + ".");
    }

    private static boolean isPublic(String numeric) {
        try {
            return PublicAddress.test(InetAddress.getByName(numeric));
        } catch (UnknownHostException e) {
            return false; // digits that are no address
        }
    }
}
