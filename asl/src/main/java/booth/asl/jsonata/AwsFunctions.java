package booth.asl.jsonata;

import com.dashjoin.jsonata.Functions;
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
 * The functions that Step Functions adds to JSONata ({@code $partition $range $hash $random $uuid $parse}), and those
 * that must follow the engine's clock ({@code $now $millis}).
 */
final class AwsFunctions {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Set<String> ALGORITHMS = Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");

    private AwsFunctions() {}

    static void define(Library.Definer library) {
        library.define("partition", "<xn?:a>", 2, AwsFunctions::partition);
        library.define("range", "<nnn:a>", 3, AwsFunctions::range);
        library.define("hash", "<ss:s>", 2, AwsFunctions::hash);
        library.define("random", "<n?:n>", 1, AwsFunctions::random);
        library.define("uuid", "<:s>", 0, arguments -> UUID.randomUUID().toString());
        library.define("parse", "<s:x>", 1, AwsFunctions::parse);
    }

    static void bind(Frame frame, Instant now) {
        long millis = now.toEpochMilli();
        frame.bind("millis", new NativeFunction("millis", "<:n>", 0, arguments -> millis));
        frame.bind(
                "now",
                new NativeFunction(
                        "now",
                        "<s?s?:s>",
                        2,
                        arguments -> Functions.dateTimeFromMillis(millis, arguments.text(0), arguments.text(1))));
    }

    /** Without a size all is one part, as on AWS. */
    private static Object partition(Arguments arguments) {
        if (!(arguments.value(0) instanceof List<?> list)) {
            throw Expression.error("The first argument of $partition must be an array");
        }
        var size = arguments.number(1);
        int length = size == null ? Math.max(1, list.size()) : size.intValue();
        if (length < 1) throw Expression.error("The second argument of $partition must be at least 1");
        var parts = new ArrayList<Object>();
        for (int start = 0; start < list.size(); start += length) {
            parts.add(new ArrayList<>(list.subList(start, Math.min(start + length, list.size()))));
        }
        return parts;
    }

    /** AWS takes numbers without their fractions, and gives a single number without its array. */
    private static Object range(Arguments arguments) {
        long increment = arguments.theNumber(2).longValue();
        if (increment == 0) throw Expression.error("The third argument of $range must be at least 1 or at most -1");
        long from = arguments.theNumber(0).longValue();
        long way = arguments.theNumber(1).longValue() - from;
        long count = Long.signum(way) * Long.signum(increment) < 0 ? 0 : way / increment + 1;
        Limits.checkArray(count);
        var numbers = Utils.createSequence();
        for (long i = 0; i < count; i++) numbers.add(from + i * increment);
        return numbers;
    }

    private static Object hash(Arguments arguments) {
        var data = arguments.theText(0);
        var algorithm = arguments.theText(1);
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

    private static Object random(Arguments arguments) {
        var seed = arguments.number(0);
        return seed == null ? ThreadLocalRandom.current().nextDouble() : new Random(seed.longValue()).nextDouble();
    }

    private static @Nullable Object parse(Arguments arguments) {
        var text = arguments.text(0);
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
