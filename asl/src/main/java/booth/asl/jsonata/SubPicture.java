package booth.asl.jsonata;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What one sub-picture demands of a number.
 *
 * @param scale by how many places the number is moved: 2 for per cent, 3 for per mille
 * @param leastWhole how many digits stand before the point at least
 * @param scalingFactor how many digits before the point the picture itself demands, which an exponent keeps to
 * @param leastFraction how many digits stand after the point at least
 * @param mostFraction how many at most
 * @param exponentDigits how many digits the exponent has at least; 0 for none
 * @param groups after how many digits, counted from the point, grouping separators stand
 * @param fractionGroups the same after the point
 */
record SubPicture(
        String prefix,
        String suffix,
        int scale,
        int leastWhole,
        int scalingFactor,
        int leastFraction,
        int mostFraction,
        int exponentDigits,
        List<Integer> groups,
        List<Integer> fractionGroups,
        char separator) {

    static SubPicture parse(String text, PictureSymbols symbols) {
        var parts = PictureParts.of(text, symbols);
        new PictureCheck(parts, symbols).check();
        int scale = text.contains(symbols.percent()) ? 2 : text.contains(symbols.perMille()) ? 3 : 0;
        int demanded = count(parts.whole(), symbols::isDigit);
        int least = count(parts.fraction(), symbols::isDigit);
        int most = count(parts.fraction(), symbols::isPlace);
        boolean scientific = parts.exponent().isPresent();
        int whole = demanded;
        if (whole == 0 && most == 0) {
            if (scientific) least = most = 1;
            else whole = 1;
        }
        if (scientific && whole == 0 && parts.whole().indexOf(symbols.optionalDigit()) >= 0) whole = 1;
        if (whole == 0 && least == 0) least = 1;
        return new SubPicture(
                parts.prefix(),
                parts.suffix(),
                scale,
                whole,
                demanded,
                least,
                most,
                parts.exponent().map(String::length).orElse(0),
                groups(new StringBuilder(parts.whole()).reverse().toString(), symbols),
                groups(parts.fraction(), symbols),
                symbols.groupingSeparator());
    }

    private static int count(String part, IntPredicate which) {
        return (int) part.chars().filter(which).count();
    }

    /** How many places stand between the point and each separator, from the point on. */
    private static List<Integer> groups(String fromPoint, PictureSymbols symbols) {
        return IntStream.range(0, fromPoint.length())
                .filter(at -> fromPoint.charAt(at) == symbols.groupingSeparator())
                .mapToObj(at -> count(fromPoint.substring(0, at), symbols::isPlace))
                .toList();
    }

    /** Groups of one size go on beyond the picture; any others stand where it has them. */
    String grouped(String whole) {
        var grouped = new StringBuilder(whole);
        int size = groupSize();
        for (int places = 1; places < whole.length(); places++) {
            boolean here = size > 0 ? places % size == 0 : groups.contains(places);
            if (here) grouped.insert(whole.length() - places, separator);
        }
        return grouped.toString();
    }

    /** 0 unless every separator has the same distance to the next. */
    private int groupSize() {
        if (groups.isEmpty()) return 0;
        int size = groups.get(0);
        boolean regular = IntStream.range(0, groups.size()).allMatch(index -> groups.get(index) == size * (index + 1));
        return regular ? size : 0;
    }

    String groupedFraction(String fraction) {
        var grouped = new StringBuilder(fraction);
        for (int index = fractionGroups.size() - 1; index >= 0; index--) {
            if (fractionGroups.get(index) < fraction.length())
                grouped.insert((int) fractionGroups.get(index), separator);
        }
        return grouped.toString();
    }
}
