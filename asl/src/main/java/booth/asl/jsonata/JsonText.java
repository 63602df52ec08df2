package booth.asl.jsonata;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Utils;
import com.dashjoin.jsonata.Utils.JList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** JSON as ECMAScript's {@code JSON.stringify} writes it, numbers with a fraction rounded to 15 digits. */
final class JsonText {
    private final boolean pretty;
    private final StringBuilder text = new StringBuilder();

    /** @param pretty with line breaks, two spaces to a level */
    JsonText(boolean pretty) {
        this.pretty = pretty;
    }

    /** Functions have no text. */
    String of(Object value) {
        if (isFunction(value)) return "";
        if (value instanceof JList<?> list && list.outerWrapper) write(list.get(0), "\n");
        else write(value, "\n");
        return text.toString();
    }

    static boolean isFunction(@Nullable Object value) {
        return Utils.isFunction(value) || Functions.isLambda(value) || value instanceof Pattern;
    }

    private void write(@Nullable Object value, String margin) {
        Limits.checkText(text.length());
        if (value == null || value == Jsonata.NULL_VALUE) text.append("null");
        else if (isFunction(value)) text.append("\"\"");
        else if (value instanceof Number number) text.append(NumberText.of(number, true));
        else if (value instanceof Map<?, ?> map) object(map, margin);
        else if (value instanceof List<?> list) block('[', ']', list, margin, this::write);
        else if (value instanceof Boolean) text.append(value);
        else quote(value.toString());
    }

    private void object(Map<?, ?> map, String margin) {
        block('{', '}', map.entrySet(), margin, (field, inner) -> {
            quote(String.valueOf(field.getKey()));
            text.append(pretty ? ": " : ":");
            write(field.getValue(), inner);
        });
    }

    private interface Element<T> {
        void write(T element, String margin);
    }

    private <T> void block(char open, char close, Collection<T> elements, String margin, Element<T> writer) {
        text.append(open);
        var inner = margin + "  ";
        boolean first = true;
        for (var element : elements) {
            if (!first) text.append(',');
            first = false;
            if (pretty) text.append(inner);
            writer.write(element, inner);
        }
        if (pretty && !first) text.append(margin);
        text.append(close);
    }

    private void quote(String value) {
        text.append('"');
        for (int at = 0; at < value.length(); at = value.offsetByCodePoints(at, 1)) character(value.codePointAt(at));
        text.append('"');
    }

    private void character(int character) {
        int escape = "\b\t\n\f\r\"\\".indexOf(character);
        boolean half = character <= 0xffff && Character.isSurrogate((char) character);
        if (escape >= 0) text.append('\\').append("btnfr\"\\".charAt(escape));
        else if (character < ' ' || half) text.append(String.format(Locale.ROOT, "\\u%04x", character));
        else text.appendCodePoint(character);
    }
}
