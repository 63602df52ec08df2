package booth.asl.jsonata;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Utils;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Functions that look for a text or a regular expression, which must not match the empty text. */
final class PatternFunctions {
    private PatternFunctions() {}

    static void define(Library.Definer library) {
        library.define("contains", "<s-(sf):b>", 2, PatternFunctions::contains);
        library.define("match", "<s-f<s:o>n?:a<o>>", 3, PatternFunctions::match);
        library.define("split", "<s-(sf)n?:a<s>>", 3, PatternFunctions::split);
        library.define("replace", "<s-(sf)(sf)n?:s>", 4, PatternFunctions::replace);
    }

    private static @Nullable Object contains(Arguments arguments) {
        var text = arguments.text(0);
        if (text == null) return null;
        if (arguments.value(1) instanceof String part) return text.contains(part);
        var matcher = pattern(arguments).matcher(text);
        return next(matcher);
    }

    private static @Nullable Object match(Arguments arguments) {
        var text = arguments.text(0);
        if (text == null) return null;
        double limit = limit(arguments, 2, "D3040");
        var found = Utils.createSequence();
        var matcher = pattern(arguments).matcher(text);
        while (found.size() < limit && next(matcher)) {
            var match = new LinkedHashMap<String, Object>();
            match.put("match", matcher.group());
            match.put("index", matcher.start());
            match.put("groups", groups(matcher));
            found.add(match);
        }
        return found;
    }

    private static @Nullable Object split(Arguments arguments) {
        var text = arguments.text(0);
        if (text == null) return null;
        double limit = limit(arguments, 2, "D3020");
        if (arguments.value(1) instanceof String separator)
            return Functions.split(text, separator, arguments.number(2));
        var parts = new ArrayList<Object>();
        var matcher = pattern(arguments).matcher(text);
        int start = 0;
        while (parts.size() < limit && next(matcher)) {
            parts.add(text.substring(start, matcher.start()));
            start = matcher.end();
        }
        if (parts.size() < limit) parts.add(text.substring(start));
        return parts;
    }

    private static @Nullable Object replace(Arguments arguments) {
        var text = arguments.text(0);
        if (text == null) return null;
        var literal = arguments.value(1) instanceof String part ? part : null;
        if ("".equals(literal)) throw Expression.error("D3010", "");
        double limit = limit(arguments, 3, "D3011");
        var matcher = (literal == null ? pattern(arguments) : Pattern.compile(literal, Pattern.LITERAL)).matcher(text);
        var replaced = new StringBuilder();
        int start = 0;
        for (int count = 0; count < limit && next(matcher); count++) {
            replaced.append(text, start, matcher.start());
            replaced.append(literal == null ? replacement(arguments, matcher) : arguments.theText(2));
            Limits.checkText(replaced.length());
            start = matcher.end();
        }
        return replaced.append(text.substring(start)).toString();
    }

    private static String replacement(Arguments arguments, MatchResult match) {
        var with = arguments.value(2);
        if (with instanceof String template) return Substitution.of(template, match);
        if (!JsonText.isFunction(with)) throw arguments.mismatch(2);
        var about = Map.of("match", match.group(), "start", match.start(), "end", match.end(), "groups", groups(match));
        if (call(with, new TreeMap<>(about)) instanceof String text) return text;
        throw Expression.error("D3012", with);
    }

    private static @Nullable Object call(@Nullable Object function, Object argument) {
        try {
            return Functions.funcApply(function, List.of(argument));
        } catch (RuntimeException | Error known) {
            throw known;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Pattern pattern(Arguments arguments) {
        if (arguments.value(1) instanceof Pattern pattern) return pattern;
        throw arguments.mismatch(1);
    }

    private static boolean next(Matcher matcher) {
        if (!matcher.find()) return false;
        if (matcher.end() == matcher.start()) throw Expression.error("D1004", matcher.pattern());
        return true;
    }

    private static double limit(Arguments arguments, int index, String code) {
        var limit = arguments.number(index);
        if (limit == null) return Double.POSITIVE_INFINITY;
        if (limit.doubleValue() < 0) throw Expression.error(code, limit);
        return limit.doubleValue();
    }

    /** A group that took no part is undefined in JavaScript, and absent. */
    private static List<Object> groups(MatchResult match) {
        var groups = new ArrayList<Object>();
        for (int group = 1; group <= match.groupCount(); group++) groups.add(match.group(group));
        return groups;
    }
}
