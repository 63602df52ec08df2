package booth.local.states;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.local.wire.ServiceError;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list. The token names the last item shown, not a position, so a list that grows meanwhile neither
 * repeats nor skips.
 *
 * @param token {@code nextToken} of the answer
 */
record Page<T>(List<T> items, Optional<String> token) {
    private static final int MAX_TOKEN = 1024;

    /**
     * @param all everything, in the order of the list
     * @param key what tells an item from all others
     * @throws ServiceError InvalidToken when the token is of no item of this list
     */
    static <T> Page<T> of(List<T> all, Request request, int size, Function<T, String> key) {
        int from = request.optionalText("nextToken", MAX_TOKEN)
                .map(token -> after(all, decoded(token), key))
                .orElse(0);
        int to = Math.min(all.size(), from + size);
        Optional<String> next = to < all.size() ? Optional.of(encoded(key.apply(all.get(to - 1)))) : Optional.empty();
        return new Page<>(all.subList(from, to), next);
    }

    private static <T> int after(List<T> all, String last, Function<T, String> key) {
        for (int i = 0; i < all.size(); i++) if (key.apply(all.get(i)).equals(last)) return i + 1;
        throw invalid();
    }

    private static String encoded(String key) {
        return Base64.getUrlEncoder().encodeToString(key.getBytes(UTF_8));
    }

    private static String decoded(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), UTF_8);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static ServiceError invalid() {
        return ServiceError.badRequest("InvalidToken", "Invalid Token: 'The nextToken is of no page of this list.'");
    }
}
