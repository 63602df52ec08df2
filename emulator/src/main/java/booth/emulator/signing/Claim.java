package booth.emulator.signing;

import booth.emulator.signing.NotGenuine.Reason;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a request says of its signature, in the Authorization header or, presigned, in the query.
 *
 * @param signedHeaders their names in lower case
 * @param validFor how long a presigned one may be used; empty for one in the header
 */
record Claim(
        String accessKey,
        String region,
        String service,
        Set<String> signedHeaders,
        Instant signedAt,
        Optional<Duration> validFor,
        String signature,
        boolean hasToken) {
    static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);
    private static final long WEEK = 604_800;

    /** @throws NotGenuine when there is none, or it lacks something */
    static Claim of(Received request) {
        Optional<String> authorization = request.header("Authorization");
        if (authorization.isPresent()) return inHeader(request, authorization.get());
        Map<String, String> query = new TreeMap<>();
        request.parameters().forEach((name, values) -> query.put(name, values.get(0)));
        if (query.containsKey("X-Amz-Signature")
                || query.containsKey("X-Amz-Credential")
                || query.containsKey("X-Amz-Algorithm")) return inQuery(query);
        throw new NotGenuine(Reason.UNSIGNED, "Request is missing Authentication Token");
    }

    private static Claim inHeader(Received request, String authorization) {
        String[] parts = authorization.strip().split("\\s+", 2);
        if (!parts[0].equals(ALGORITHM) || parts.length < 2)
            throw new NotGenuine(Reason.INCOMPLETE, "Unsupported AWS 'algorithm': '" + parts[0] + "'.");
        Map<String, String> fields = Arrays.stream(parts[1].split(",", -1))
                .map(field -> field.strip().split("=", 2))
                .filter(field -> field.length == 2)
                .collect(Collectors.toMap(field -> field[0], field -> field[1], (one, other) -> one, TreeMap::new));
        List<String> missing = new ArrayList<>();
        for (String name : List.of("Credential", "Signature", "SignedHeaders"))
            if (!fields.containsKey(name)) missing.add("Authorization header requires '" + name + "' parameter.");
        Optional<String> time = request.header("X-Amz-Date");
        if (time.isEmpty())
            missing.add("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
        if (!missing.isEmpty()) throw new NotGenuine(Reason.INCOMPLETE, String.join(" ", missing));
        return of(
                fields,
                time.orElseThrow(),
                Optional.empty(),
                request.header("X-Amz-Security-Token").isPresent());
    }

    private static Claim inQuery(Map<String, String> query) {
        if (!ALGORITHM.equals(query.get("X-Amz-Algorithm")))
            throw new NotGenuine(Reason.INCOMPLETE, "AWS query-string parameters must include 'X-Amz-Algorithm'.");
        Map<String, String> fields = new TreeMap<>();
        for (String name : List.of("Credential", "Signature", "SignedHeaders", "Date", "Expires")) {
            String value = query.get("X-Amz-" + name);
            if (value == null)
                throw new NotGenuine(
                        Reason.INCOMPLETE, "AWS query-string parameters must include 'X-Amz-" + name + "'.");
            fields.put(name, value);
        }
        return of(
                fields,
                fields.getOrDefault("Date", ""),
                Optional.of(seconds(fields.getOrDefault("Expires", ""))),
                query.containsKey("X-Amz-Security-Token"));
    }

    private static Claim of(Map<String, String> fields, String time, Optional<Duration> validFor, boolean hasToken) {
        String[] scope = fields.getOrDefault("Credential", "").split("/", -1);
        if (scope.length != 5 || !scope[4].equals("aws4_request"))
            throw new NotGenuine(
                    Reason.INCOMPLETE,
                    "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term.");
        return new Claim(
                scope[0],
                scope[2],
                scope[3],
                Arrays.stream(fields.getOrDefault("SignedHeaders", "")
                                .toLowerCase(Locale.ROOT)
                                .split(";", -1))
                        .collect(Collectors.toUnmodifiableSet()),
                instant(time),
                validFor,
                fields.getOrDefault("Signature", ""),
                hasToken);
    }

    private static Instant instant(String time) {
        try {
            return LocalDateTime.parse(time, TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new NotGenuine(Reason.INCOMPLETE, "Date must be in ISO-8601 'basic format'. Got '" + time + "'.");
        }
    }

    private static Duration seconds(String expires) {
        boolean number = expires.matches("\\d{1,6}");
        if (!number || Long.parseLong(expires) < 1 || Long.parseLong(expires) > WEEK)
            throw new NotGenuine(
                    Reason.INCOMPLETE, "X-Amz-Expires must be a number of seconds from 1 to " + WEEK + ".");
        return Duration.ofSeconds(Long.parseLong(expires));
    }
}
