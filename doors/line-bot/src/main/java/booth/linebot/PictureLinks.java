package booth.linebot;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.JobLinks;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Links to pictures that LINE takes, which are those of {@link #LONGEST} characters. A presigned link of a function has
 * its role's session token in it and is longer than that; then the link leads to the bot itself, which knows its own by
 * 128 bits of an HMAC and sends whoever has one on to a fresh presigned link. Nothing is stored for it, so nothing is left
 * of it when its time is over or its job is erased.
 */
final class PictureLinks {
    /** LINE's former limit, which older apps keep. */
    static final int LONGEST = 1000;

    private static final Duration VALID = Duration.ofSeconds(600);
    private static final String PATH = "/line/p/";
    private static final Pattern TOKEN =
            Pattern.compile("([0-9a-f]{32})-(photo|preview)-([1-9][0-9]?)-([0-9]{1,11})-([0-9a-f]{32})");
    private static final int MAC_BYTES = 16;

    private final JobLinks presigned;
    private final String base;
    private final SecretKeySpec secret;
    private final InstantSource clock;

    /**
     * @param presigned links to keys of the jobs bucket
     * @param base where the bot is reached, e.g. {@code https://abc.execute-api.us-west-2.amazonaws.com}
     * @param secret the channel's
     */
    PictureLinks(JobLinks presigned, String base, String secret, InstantSource clock) {
        this.presigned = presigned;
        this.base = base;
        this.secret = new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256");
        this.clock = clock;
    }

    URI picture(Job job, int index) {
        return link(job.keys().picture(index), job.jobId() + "-photo-" + index);
    }

    URI preview(Job job, int index) {
        return link(LineKeys.preview(job.jobId(), index), job.jobId() + "-preview-" + index);
    }

    private URI link(String key, String name) {
        String direct = presigned.apply(key);
        return URI.create(direct.length() <= LONGEST ? direct : base + PATH + signed(name));
    }

    private String signed(String name) {
        String text = name + "-" + clock.instant().plus(VALID).getEpochSecond();
        return text + "-" + mac(text);
    }

    /** The job that a token of this bot's leads to, while it works. */
    Optional<JobId> job(String token) {
        Matcher parts = TOKEN.matcher(token);
        if (!parts.matches()) return Optional.empty();
        byte[] expected = mac(token.substring(0, token.lastIndexOf('-'))).getBytes(UTF_8);
        boolean ours = MessageDigest.isEqual(expected, parts.group(5).getBytes(UTF_8));
        boolean inTime = clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts.group(4))));
        return ours && inTime ? Optional.of(new JobId(parts.group(1))) : Optional.empty();
    }

    /** Where a token of {@link #job} leads. */
    String open(String token, Job job) {
        String[] parts = token.split("-", -1);
        int index = Integer.parseInt(parts[2]);
        return presigned.apply(
                parts[1].equals("photo") ? job.keys().picture(index) : LineKeys.preview(job.jobId(), index));
    }

    private String mac(String text) {
        try {
            Mac mac = Mac.getInstance(secret.getAlgorithm());
            mac.init(secret);
            // not what LINE signs: that is JSON
            return HexFormat.of()
                    .formatHex(Arrays.copyOf(mac.doFinal(("line-picture:" + text).getBytes(UTF_8)), MAC_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }
}
