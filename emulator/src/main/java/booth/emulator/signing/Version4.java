package booth.emulator.signing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import booth.emulator.signing.NotGenuine.Reason;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Version 4 of AWS's signature, of one pair of keys. Signs what came in again, with the SDK's own signer, and compares. The
 * region and the service are those that were signed for: whoever has the secret may sign for any.
 */
public final class Version4 implements Signatures {
    private static final Duration SKEW = Duration.ofMinutes(15);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final String accessKey;
    private final Signer signer;
    private final Clock clock;

    public Version4(String accessKey, String secretKey, Clock clock) {
        this.accessKey = accessKey;
        this.signer = new Signer(accessKey, secretKey);
        this.clock = clock;
    }

    @Override
    public void check(Received request) {
        Claim claim = Claim.of(request);
        if (claim.hasToken() || !same(claim.accessKey(), accessKey))
            throw new NotGenuine(Reason.UNKNOWN_KEY, "The security token included in the request is invalid.");
        checkTime(claim);
        if (!claim.signedHeaders().contains("host"))
            throw new NotGenuine(
                    Reason.MISMATCH, "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
        Optional<String> expected = signer.signature(request, claim);
        if (expected.filter(signature -> same(signature, claim.signature())).isEmpty())
            throw new NotGenuine(
                    Reason.MISMATCH,
                    "The request signature we calculated does not match the signature you provided. Check your AWS"
                            + " Secret Access Key and signing method. Consult the service documentation for details.");
    }

    private void checkTime(Claim claim) {
        Instant now = clock.instant();
        if (claim.signedAt().isAfter(now.plus(SKEW)))
            throw new NotGenuine(
                    Reason.MISMATCH,
                    "Signature not yet current: " + TIME.format(claim.signedAt()) + " is still later than "
                            + TIME.format(now.plus(SKEW)) + " (" + TIME.format(now) + " + 15 min.)");
        Instant end = claim.signedAt().plus(claim.validFor().orElse(SKEW));
        if (now.isAfter(end))
            throw new NotGenuine(
                    Reason.MISMATCH,
                    "Signature expired: " + TIME.format(claim.signedAt()) + " is now earlier than "
                            + TIME.format(now.minus(claim.validFor().orElse(SKEW))) + " (" + TIME.format(now) + " - "
                            + claim.validFor().orElse(SKEW).toMinutes() + " min.)");
    }

    /** In the same time wherever they differ. */
    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(US_ASCII), other.getBytes(US_ASCII));
    }
}
