package booth.asl.jsonata;

import java.util.Map;

/** The characters of a picture, of which the options of {@code $formatNumber} may replace any. */
record PictureSymbols(Map<?, ?> options) {
    char decimalSeparator() {
        return symbol("decimal-separator", '.');
    }

    char groupingSeparator() {
        return symbol("grouping-separator", ',');
    }

    char exponentSeparator() {
        return symbol("exponent-separator", 'e');
    }

    char minus() {
        return symbol("minus-sign", '-');
    }

    String percent() {
        return text("percent", "%");
    }

    String perMille() {
        return text("per-mille", "‰");
    }

    char zero() {
        return symbol("zero-digit", '0');
    }

    char optionalDigit() {
        return symbol("digit", '#');
    }

    char patternSeparator() {
        return symbol("pattern-separator", ';');
    }

    boolean isDigit(int character) {
        return character >= zero() && character < zero() + 10;
    }

    boolean isPlace(int character) {
        return isDigit(character) || character == optionalDigit();
    }

    /** What belongs to the number itself; anything else only stands around it. */
    boolean isActive(int character) {
        return isPlace(character)
                || character == decimalSeparator()
                || character == groupingSeparator()
                || character == exponentSeparator()
                || character == patternSeparator();
    }

    private String text(String name, String standard) {
        return options.get(name) instanceof String given && !given.isEmpty() ? given : standard;
    }

    private char symbol(String name, char standard) {
        return text(name, String.valueOf(standard)).charAt(0);
    }
}
