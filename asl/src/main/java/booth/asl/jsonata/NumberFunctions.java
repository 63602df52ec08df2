package booth.asl.jsonata;

import com.dashjoin.jsonata.Utils;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Functions from and to numbers. */
final class NumberFunctions {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([Ee][-+]?[0-9]+)?");
    private static final Pattern OTHER_BASE = Pattern.compile("0([xX][0-9A-Fa-f]+|[oO][0-7]+|[bB][01]+)");
    private static final int LARGEST_RADIX = 36;

    private NumberFunctions() {}

    static void define(Library.Definer library) {
        library.define("number", "<(nsb)-:n>", 1, NumberFunctions::number);
        library.define("formatBase", "<n-n?:s>", 2, NumberFunctions::formatBase);
        library.define("formatNumber", "<n-so?:s>", 3, NumberFunctions::formatNumber);
        library.define("toMillis", "<s-s?:n>", 2, IsoTime::toMillis);
    }

    private static @Nullable Object number(Arguments arguments) {
        var value = arguments.value(0);
        if (value == null || value instanceof Number) return value;
        if (value instanceof Boolean flag) return flag ? 1 : 0;
        var text = arguments.theText(0);
        if (DECIMAL.matcher(text).matches()) return finite(Double.parseDouble(text), text);
        if (OTHER_BASE.matcher(text).matches()) return finite(otherBase(text), text);
        throw uncastable(text);
    }

    private static double otherBase(String text) {
        int radix = switch (Character.toLowerCase(text.charAt(1))) {
            case 'x' -> 16;
            case 'o' -> 8;
            default -> 2;
        };
        return new BigInteger(text.substring(2), radix).doubleValue();
    }

    private static Number finite(double value, String text) {
        if (!Double.isFinite(value)) throw uncastable(text);
        return Utils.convertNumber(value);
    }

    private static RuntimeException uncastable(String text) {
        return Expression.error("D3030", text);
    }

    private static @Nullable Object formatBase(Arguments arguments) {
        var value = arguments.number(0);
        if (value == null) return null;
        var given = arguments.number(1);
        int radix = given == null ? 10 : rounded(given).intValue();
        if (radix < 2 || radix > LARGEST_RADIX) {
            throw Expression.error("D3100", radix);
        }
        var whole = rounded(value);
        boolean inexact = radix == 10 && value instanceof Double;
        return inexact
                ? NumberText.of(whole.doubleValue(), false)
                : whole.toBigInteger().toString(radix);
    }

    /** Halves go to the even neighbour. */
    private static BigDecimal rounded(Number value) {
        return new BigDecimal(value.toString()).setScale(0, RoundingMode.HALF_EVEN);
    }

    private static @Nullable Object formatNumber(Arguments arguments) {
        var value = arguments.number(0);
        if (value == null) return null;
        var options = arguments.typed(2, Map.class);
        var symbols = new PictureSymbols(options == null ? Map.of() : options);
        return NumberPicture.parse(arguments.theText(1), symbols).format(value.doubleValue());
    }
}
