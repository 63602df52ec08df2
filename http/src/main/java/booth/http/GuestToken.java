package booth.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.core.job.JobId;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * With what a guest erases a job without a key: 128 bits that only the holder of the booth's key can compute, so that a
 * call that is repeated with an {@code Idempotency-Key} answers the same token, although only its hash is stored.
 */
public record GuestToken(String text) {
    private static final Pattern FORM = Pattern.compile("gt_[A-Za-z0-9_-]{22}");
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;

    /** @param boothKey the secret itself */
    public static GuestToken of(String boothKey, JobId job) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(boothKey.getBytes(UTF_8), ALGORITHM));
            byte[] bits = Arrays.copyOf(mac.doFinal(("guest of " + job).getBytes(UTF_8)), BYTES);
            return new GuestToken(
                    "gt_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    /** The one that a request carries instead of a key. */
    static Optional<GuestToken> in(Request request) {
        return Access.secret(request)
                .filter(secret -> FORM.matcher(secret).matches())
                .map(GuestToken::new);
    }
}
