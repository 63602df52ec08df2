package booth.asl.jsonata;

import java.util.regex.Pattern;

/** The rules for sub-pictures, each with JSONata's code. */
record PictureCheck(PictureParts parts, PictureSymbols symbols) {
    void check() {
        separators();
        refuse("D3085", (parts.whole() + parts.fraction()).chars().noneMatch(symbols::isPlace));
        refuse("D3086", !parts.active().chars().allMatch(symbols::isActive));
        grouping();
        refuse("D3090", digitBeforeOptional(parts.whole()));
        refuse(
                "D3091",
                digitBeforeOptional(
                        new StringBuilder(parts.fraction()).reverse().toString()));
        parts.exponent().ifPresent(this::exponent);
    }

    private void separators() {
        refuse("D3081", count(String.valueOf(symbols.decimalSeparator())) > 1);
        refuse("D3082", count(symbols.percent()) > 1);
        refuse("D3083", count(symbols.perMille()) > 1);
        refuse("D3084", count(symbols.percent()) + count(symbols.perMille()) > 1);
    }

    private void grouping() {
        var group = String.valueOf(symbols.groupingSeparator());
        var point = String.valueOf(symbols.decimalSeparator());
        refuse("D3087", parts.text().contains(group + point) || parts.text().contains(point + group));
        refuse("D3088", count(point) == 0 && parts.whole().endsWith(group));
        refuse("D3089", parts.text().contains(group + group));
    }

    private void exponent(String exponent) {
        refuse("D3092", count(symbols.percent()) + count(symbols.perMille()) > 0 && !exponent.isEmpty());
        refuse("D3093", exponent.isEmpty() || !exponent.chars().allMatch(symbols::isDigit));
    }

    private boolean digitBeforeOptional(String part) {
        int optional = part.lastIndexOf(symbols.optionalDigit());
        return part.chars().limit(Math.max(0, optional)).anyMatch(symbols::isDigit);
    }

    private int count(String symbol) {
        return parts.text().split(Pattern.quote(symbol), -1).length - 1;
    }

    private void refuse(String code, boolean wrong) {
        if (wrong) throw Expression.error(code, parts.text());
    }
}
