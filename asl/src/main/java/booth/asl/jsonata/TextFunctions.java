package booth.asl.jsonata;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Functions of texts, whose characters are Unicode's code points. */
final class TextFunctions {
    private TextFunctions() {}

    static void define(Library.Definer library) {
        library.define("string", "<x-b?:s>", 2, TextFunctions::string);
        library.define("substring", "<s-nn?:s>", 3, TextFunctions::substring);
        library.define("pad", "<s-ns?:s>", 3, TextFunctions::pad);
        library.define("base64decode", "<s-:s>", 1, arguments -> {
            var text = arguments.text(0);
            return text == null ? null : new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
        });
        library.define("encodeUrl", "<s-:s>", 1, url(UrlCodec.WHOLE::encode));
        library.define("encodeUrlComponent", "<s-:s>", 1, url(UrlCodec.COMPONENT::encode));
        library.define("decodeUrl", "<s-:s>", 1, url(UrlCodec.WHOLE::decode));
        library.define("decodeUrlComponent", "<s-:s>", 1, url(UrlCodec.COMPONENT::decode));
    }

    private interface Recoding {
        String of(String text);
    }

    private static NativeFunction.Body url(Recoding recoding) {
        return arguments -> {
            var text = arguments.text(0);
            return text == null ? null : recoding.of(text);
        };
    }

    private static @Nullable Object string(Arguments arguments) {
        var value = arguments.value(0);
        if (value == null || value instanceof String) return value;
        return new JsonText(Boolean.TRUE.equals(arguments.typed(1, Boolean.class))).of(value);
    }

    /** A start before the beginning is the beginning; a negative one counts from the end. */
    private static @Nullable Object substring(Arguments arguments) {
        var text = arguments.text(0);
        if (text == null) return null;
        var characters = text.codePoints().toArray();
        double start = Math.max(arguments.theNumber(1).doubleValue(), -characters.length);
        var length = arguments.number(2);
        if (length != null && length.doubleValue() <= 0) return "";
        double beginning = start < 0 ? characters.length + start : start;
        double end = length == null ? characters.length : beginning + length.doubleValue();
        int from = index(start < 0 ? characters.length + Math.ceil(start) : start, characters.length);
        int to = index(end, characters.length);
        return from < to ? new String(characters, from, to - from) : "";
    }

    private static int index(double position, int length) {
        return (int) Math.min(position, length);
    }

    /** The port's own takes quadratic time, within which nothing would stop it. */
    private static @Nullable Object pad(Arguments arguments) {
        var text = arguments.text(0);
        if (text == null) return null;
        long width = arguments.theNumber(1).longValue();
        long missing = Math.abs(width) - text.codePointCount(0, text.length());
        if (missing <= 0) return text;
        Limits.checkText(missing);
        var with = arguments.text(2);
        var pattern = with == null || with.isEmpty() ? " " : with;
        int length = pattern.codePointCount(0, pattern.length());
        var padding = new StringBuilder(pattern.repeat((int) (missing / length)));
        padding.append(pattern, 0, pattern.offsetByCodePoints(0, (int) (missing % length)));
        return width > 0 ? text + padding : padding + text;
    }
}
