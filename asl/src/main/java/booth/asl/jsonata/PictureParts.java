package booth.asl.jsonata;

import java.util.Optional;

/**
 * A sub-picture cut into its parts.
 *
 * @param text all of it
 * @param active from its first active character to its last
 * @param whole before the decimal separator
 * @param fraction after it
 * @param exponent after the exponent separator
 */
record PictureParts(
        String text,
        String prefix,
        String suffix,
        String active,
        String whole,
        String fraction,
        Optional<String> exponent) {

    static PictureParts of(String text, PictureSymbols symbols) {
        int start = 0;
        while (start < text.length() && !begins(text.charAt(start), symbols)) start++;
        int end = text.length();
        while (end > start && !begins(text.charAt(end - 1), symbols)) end--;
        if (start == end) start = end = 0; // all of it would be active
        var prefix = text.substring(0, start);
        var active = end == 0 ? text : text.substring(start, end);
        var suffix = end == 0 ? "" : text.substring(end);
        int power = active.indexOf(symbols.exponentSeparator());
        var mantissa = power < 0 ? active : active.substring(0, power);
        int point = mantissa.indexOf(symbols.decimalSeparator());
        return new PictureParts(
                text,
                prefix,
                suffix,
                active,
                point < 0 ? mantissa : mantissa.substring(0, point),
                point < 0 ? "" : mantissa.substring(point + 1),
                power < 0 ? Optional.empty() : Optional.of(active.substring(power + 1)));
    }

    private static boolean begins(char character, PictureSymbols symbols) {
        return symbols.isActive(character) && character != symbols.exponentSeparator();
    }
}
