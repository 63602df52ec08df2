package booth.local.line;

import booth.core.Json;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * The channel between LINE and the bot, as the secret in Secrets Manager holds it.
 *
 * @param channelSecret with which LINE signs what it tells
 * @param channelToken with which the bot speaks
 */
public record LineChannel(String channelSecret, String channelToken) {
    /** Under this name the stack looks for it in Secrets Manager. */
    public static final String SECRET_NAME = "photo-booth-line";

    private static final int SECRET_BYTES = 16; // as on LINE
    private static final int TOKEN_BYTES = 129;

    /** A new one that nobody else has. */
    public static LineChannel random() {
        RandomGenerator random = new SecureRandom();
        byte[] secret = new byte[SECRET_BYTES];
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        random.nextBytes(token);
        return new LineChannel(
                HexFormat.of().formatHex(secret), Base64.getEncoder().encodeToString(token));
    }

    /** As {@link #json} writes it. */
    public static LineChannel read(String json) {
        return Json.read(SECRET_NAME, json.getBytes(java.nio.charset.StandardCharsets.UTF_8), LineChannel.class);
    }

    public String json() {
        return Json.text(this);
    }

    /** What is printed ends up in logs. */
    @Override
    public String toString() {
        return SECRET_NAME;
    }
}
