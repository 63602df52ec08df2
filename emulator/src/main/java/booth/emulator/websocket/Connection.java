package booth.emulator.websocket;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;

/**
 * A client that wants to be, is or was connected.
 *
 * @param host to which it connected
 */
record Connection(String id, String host, String sourceIp, String userAgent, Instant since) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 11; // sixteen characters with one of padding, as API Gateway's own

    static Connection of(String host, String sourceIp, String userAgent, Instant now) {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return new Connection(Base64.getUrlEncoder().encodeToString(bits), host, sourceIp, userAgent, now);
    }
}
