package booth.asl.jsonata;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as ECMAScript writes them: the fewest digits that mean this number, 1e21 and above with an exponent. */
final class NumberText {
    private static final int MOST_DIGITS = 17;
    private static final int ROUNDED = 15;
    /** The decimal point is written within so many digits before it, and so many zeros after it. */
    private static final int WIDEST = 21;

    private static final int SMALLEST = -7;

    private NumberText() {}

    /** @param rounded whether a fraction is rounded to 15 digits, as JSONata's texts have it */
    static String of(Number number, boolean rounded) {
        if (!(number instanceof Double) && !(number instanceof Float)) return number.toString();
        double value = number.doubleValue();
        if (!Double.isFinite(value)) throw Expression.error("D3001", value);
        if (value == 0) return "0";
        boolean whole = value == Math.rint(value);
        return plain(whole || !rounded ? shortest(value) : new BigDecimal(value).round(new MathContext(ROUNDED)));
    }

    /** The decimal of the fewest digits that is read as this number again. */
    static BigDecimal shortest(double value) {
        var exact = new BigDecimal(value);
        for (int digits = 1; digits < MOST_DIGITS; digits++) {
            var candidate = exact.round(new MathContext(digits));
            if (candidate.doubleValue() == value) return candidate;
        }
        return exact.round(new MathContext(MOST_DIGITS));
    }

    private static String plain(BigDecimal decimal) {
        var stripped = decimal.stripTrailingZeros();
        int exponent = stripped.precision() - stripped.scale() - 1;
        if (exponent < WIDEST && exponent >= SMALLEST + 1) return stripped.toPlainString();
        var digits = stripped.unscaledValue().abs().toString();
        var fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        var sign = stripped.signum() < 0 ? "-" : "";
        return sign + digits.charAt(0) + fraction + (exponent < 0 ? "e-" : "e+") + Math.abs(exponent);
    }
}
