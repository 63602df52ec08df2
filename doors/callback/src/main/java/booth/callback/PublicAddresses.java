package booth.callback;

import booth.core.job.Host;
import booth.core.job.PublicAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names for the client that sends webhooks, and only to {@link PublicAddress}es. The client connects to exactly
 * the addresses that were looked at here, so a name that changes its mind in between gains nothing. An address that can be
 * read in two ways ({@link Host#isAmbiguous}) is none.
 */
final class PublicAddresses implements DnsResolver {
    /** A name that leads to an address that is not public. */
    static final class NotPublic extends UnknownHostException {
        private static final long serialVersionUID = 1;

        NotPublic(String host) {
            super(host + " is not an address of the public Internet");
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        if (new Host(host).isAmbiguous()) throw new NotPublic(host);
        InetAddress[] addresses = InetAddress.getAllByName(host);
        if (!Arrays.stream(addresses).allMatch(PublicAddress::test)) throw new NotPublic(host);
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return resolve(host)[0].getCanonicalHostName();
    }
}
