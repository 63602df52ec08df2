package booth.emulator.states;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;

import booth.emulator.wire.ServiceError;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One page of a list. The token says behind which key the next page begins, not at which position, so a list that grows
 * or shrinks meanwhile neither repeats nor skips.
 *
 * @param token {@code nextToken} of the answer
 */
record Page<T>(List<T> items, Optional<String> token) {
    /** How long a token may be in most lists, and in the list of executions. */
    static final int TOKEN = 1024;

    static final int LONG_TOKEN = 3096;
    private static final String MARK = "after:";

    /**
     * @param all everything, in any order
     * @param maxToken how long this list's tokens may be
     * @param key what tells an item from all others; the list is in the order of these texts
     * @throws ServiceError InvalidToken when the token is none of ours
     */
    static <T> Page<T> of(Stream<T> all, Request request, int maxToken, Function<T, String> key) {
        int size = request.pageSize();
        String last =
                request.optionalText("nextToken", maxToken).map(Page::decoded).orElse("");
        List<T> rest = all.filter(item -> key.apply(item).compareTo(last) > 0)
                .sorted(comparing(key))
                .limit(size + 1L)
                .toList();
        if (rest.size() <= size) return new Page<>(rest, Optional.empty());
        return new Page<>(rest.subList(0, size), Optional.of(encoded(key.apply(rest.get(size - 1)))));
    }

    /** A number as a key that sorts as it does. */
    static String ascending(long number) {
        return String.format("%019d", number);
    }

    /** A number as a key that sorts the other way around. */
    static String descending(long number) {
        return ascending(Long.MAX_VALUE - number);
    }

    private static String encoded(String key) {
        return Base64.getUrlEncoder().encodeToString((MARK + key).getBytes(UTF_8));
    }

    private static String decoded(String token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), UTF_8);
            if (text.startsWith(MARK)) return text.substring(MARK.length());
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
        throw invalid();
    }

    private static ServiceError invalid() {
        return ServiceError.badRequest("InvalidToken", "Invalid Token: 'The nextToken is of no page of this list.'");
    }
}
