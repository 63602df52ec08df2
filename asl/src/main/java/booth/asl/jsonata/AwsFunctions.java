package booth.asl.jsonata;

import static com.dashjoin.jsonata.Jsonata.function;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata.Fn0;
import com.dashjoin.jsonata.Jsonata.Fn1;
import com.dashjoin.jsonata.Jsonata.Fn2;
import com.dashjoin.jsonata.Jsonata.Fn3;
import com.dashjoin.jsonata.Jsonata.Frame;
import com.dashjoin.jsonata.Utils;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The functions that Step Functions adds to JSONata ({@code $partition $range $hash $random $uuid $parse}), those it
 * takes away ({@code $eval}), those that must follow the engine's clock ({@code $now $millis}), and one that must not
 * take for ever ({@code $pad}).
 */
final class AwsFunctions {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Set<String> ALGORITHMS = Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");
    /** With a comma each, no more single digits fit into what AWS lets a state give. */
    private static final int LONGEST_RANGE = 128 * 1024;

    private static final int LONGEST_TEXT = 256 * 1024;

    private AwsFunctions() {}

    static void bind(Frame frame, Instant now) {
        frame.bind(
                "partition", function("partition", (Fn2<Object, Number, Object>) AwsFunctions::partition, "<xn?:a>"));
        frame.bind("range", function("range", (Fn3<Number, Number, Number, Object>) AwsFunctions::range, "<nnn:a>"));
        frame.bind("hash", function("hash", (Fn2<String, String, Object>) AwsFunctions::hash, "<ss:s>"));
        frame.bind("random", function("random", (Fn1<Number, Object>) AwsFunctions::random, "<n?:n>"));
        frame.bind(
                "uuid", function("uuid", (Fn0<Object>) () -> UUID.randomUUID().toString(), "<:s>"));
        frame.bind("parse", function("parse", (Fn1<String, Object>) AwsFunctions::parse, "<s:x>"));
        frame.bind("pad", function("pad", (Fn3<String, Number, String, Object>) AwsFunctions::pad, "<s-ns?:s>"));
        frame.bind("eval", (Object) null); // undefined, so calling it is T1006
        long millis = now.toEpochMilli();
        frame.bind("millis", function("millis", (Fn0<Object>) () -> millis, "<:n>"));
        frame.bind(
                "now",
                function(
                        "now",
                        (Fn2<String, String, Object>)
                                (picture, zone) -> Functions.dateTimeFromMillis(millis, picture, zone),
                        "<s?s?:s>"));
    }

    /** The library's own takes quadratic time, within which nothing would stop it. */
    private static @Nullable Object pad(@Nullable String text, Number width, @Nullable String with) {
        if (text == null) return null;
        long missing = Math.abs(width.longValue()) - text.codePointCount(0, text.length());
        if (missing <= 0) return text;
        if (missing > LONGEST_TEXT) throw Expression.error("$pad gives at most 256 KiB");
        var pattern = with == null || with.isEmpty() ? " " : with;
        int length = pattern.codePointCount(0, pattern.length());
        var padding = new StringBuilder(pattern.repeat((int) (missing / length)));
        padding.append(pattern, 0, pattern.offsetByCodePoints(0, (int) (missing % length)));
        return width.longValue() > 0 ? text + padding : padding + text;
    }

    /** Without a size all is one part, as on AWS. */
    private static Object partition(@Nullable Object array, @Nullable Number size) {
        if (!(array instanceof List<?> list))
            throw Expression.error("The first argument of $partition must be an array");
        int length = size == null ? Math.max(1, list.size()) : size.intValue();
        if (length < 1) throw Expression.error("The second argument of $partition must be at least 1");
        var parts = new ArrayList<Object>();
        for (int start = 0; start < list.size(); start += length) {
            parts.add(new ArrayList<>(list.subList(start, Math.min(start + length, list.size()))));
        }
        return parts;
    }

    /** AWS takes numbers without their fractions, and gives a single number without its array. */
    private static Object range(Number first, Number last, Number step) {
        long increment = step.longValue();
        if (increment == 0) throw Expression.error("The third argument of $range must be at least 1 or at most -1");
        long from = first.longValue();
        long way = last.longValue() - from;
        long count = Long.signum(way) * Long.signum(increment) < 0 ? 0 : way / increment + 1;
        if (count > LONGEST_RANGE) throw Expression.error("$range gives more than 256 KiB: " + count + " numbers");
        var numbers = Utils.createSequence();
        for (long i = 0; i < count; i++) numbers.add(from + i * increment);
        return numbers;
    }

    private static Object hash(String data, String algorithm) {
        if (!ALGORITHMS.contains(algorithm)) {
            throw Expression.error("$hash knows MD5, SHA-1, SHA-256, SHA-384 and SHA-512, not " + algorithm);
        }
        try {
            var digest = MessageDigest.getInstance(algorithm).digest(data.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has " + algorithm, missing);
        }
    }

    private static Object random(@Nullable Number seed) {
        return seed == null ? ThreadLocalRandom.current().nextDouble() : new Random(seed.longValue()).nextDouble();
    }

    private static @Nullable Object parse(@Nullable String text) {
        if (text == null) return null;
        try {
            var value = JSON.readTree(text);
            if (value.isMissingNode()) throw Expression.error("$parse: there is no JSON in an empty string");
            return Values.toJsonata(value);
        } catch (JsonProcessingException malformed) {
            throw Expression.error("$parse: " + malformed.getOriginalMessage());
        }
    }
}
