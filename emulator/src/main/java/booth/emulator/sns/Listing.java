package booth.emulator.sns;

import booth.emulator.wire.Xml;
import java.util.List;
import java.util.function.Function;

/** A page of a hundred members and the token of the next. */
final class Listing {
    private static final int PAGE = 100;

    private Listing() {}

    static <T> String of(String name, List<T> all, Parameters parameters, Function<T, String> member) {
        int from = parameters.find("NextToken").map(Listing::offset).orElse(0);
        int to = Math.min(all.size(), from + PAGE);
        if (from > to) throw Parameters.invalid("NextToken", "behind the end of the list");
        String page = Xml.parent(
                name,
                all.subList(from, to).stream()
                        .map(item -> "<member>" + member.apply(item) + "</member>")
                        .toList());
        return to < all.size() ? page + Xml.element("NextToken", Integer.toString(to)) : page;
    }

    private static int offset(String token) {
        if (token.matches("\\d{1,9}")) return Integer.parseInt(token);
        throw Parameters.invalid("NextToken", "not a token of this list");
    }
}
