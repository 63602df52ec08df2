package booth.asl.jsonata;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A picture of {@code $formatNumber}, as {@code format-number} of XPath and XQuery Functions and Operators 3.1 has it:
 * one sub-picture for all numbers, or a second one for those below zero.
 */
final class NumberPicture {
    private final List<SubPicture> pictures;
    private final PictureSymbols symbols;

    private NumberPicture(List<SubPicture> pictures, PictureSymbols symbols) {
        this.pictures = pictures;
        this.symbols = symbols;
    }

    static NumberPicture parse(String picture, PictureSymbols symbols) {
        var parts = picture.split(Pattern.quote(String.valueOf(symbols.patternSeparator())), -1);
        if (parts.length > 2) throw Expression.error("D3080", picture);
        var pictures = new ArrayList<SubPicture>();
        for (var part : parts) pictures.add(SubPicture.parse(part, symbols));
        return new NumberPicture(pictures, symbols);
    }

    String format(double value) {
        boolean negative = value < 0;
        var picture = pictures.get(negative ? pictures.size() - 1 : 0);
        var sign = negative && pictures.size() == 1 ? String.valueOf(symbols.minus()) : "";
        var magnitude = NumberText.shortest(Math.abs(value)).movePointRight(picture.scale());
        return sign + picture.prefix() + digits(picture, magnitude) + picture.suffix();
    }

    private String digits(SubPicture picture, BigDecimal magnitude) {
        if (picture.exponentDigits() == 0) return mantissa(picture, magnitude);
        int exponent = magnitude.signum() == 0 ? 0 : exponent(magnitude, picture.scalingFactor());
        var sign = exponent < 0 ? String.valueOf(symbols.minus()) : "";
        var power = zeros(picture.exponentDigits(), String.valueOf(Math.abs(exponent)));
        return mantissa(picture, magnitude.movePointLeft(exponent)) + symbols.exponentSeparator() + sign + shown(power);
    }

    /** So that as many digits stand before the point as the picture demands; a power of ten may have one more. */
    private static int exponent(BigDecimal magnitude, int wanted) {
        int before = magnitude.precision() - magnitude.scale();
        boolean power = magnitude.stripTrailingZeros().precision() == 1
                && magnitude.stripTrailingZeros().unscaledValue().abs().intValue() == 1;
        return power && before > wanted ? before - 1 - wanted : before - wanted;
    }

    private String mantissa(SubPicture picture, BigDecimal value) {
        var rounded =
                value.setScale(picture.mostFraction(), RoundingMode.HALF_EVEN).toPlainString();
        int point = rounded.indexOf('.');
        var whole = (point < 0 ? rounded : rounded.substring(0, point)).replaceFirst("^0+", "");
        var fraction = point < 0 ? "" : rounded.substring(point + 1).replaceFirst("0+$", "");
        var left = picture.grouped(zeros(picture.leastWhole(), whole));
        var right = picture.groupedFraction(
                fraction + "0".repeat(Math.max(0, picture.leastFraction() - fraction.length())));
        return shown(left) + (right.isEmpty() ? "" : symbols.decimalSeparator() + shown(right));
    }

    private static String zeros(int least, String digits) {
        return "0".repeat(Math.max(0, least - digits.length())) + digits;
    }

    /** In the digits of the picture. */
    private String shown(String text) {
        if (symbols.zero() == '0') return text;
        var shown = new StringBuilder();
        text.chars()
                .map(character -> character >= '0' && character <= '9' ? character - '0' + symbols.zero() : character)
                .forEach(character -> shown.append((char) character));
        return shown.toString();
    }
}
