package booth.asl.jsonata;

import java.util.regex.MatchResult;

/** What {@code $0}, {@code $1} … and {@code $$} in a replacement stand for; a group that is not there is empty. */
final class Substitution {
    private Substitution() {}

    static String of(String template, MatchResult match) {
        var text = new StringBuilder();
        int at = 0;
        while (at < template.length()) {
            char character = template.charAt(at++);
            if (character != '$') {
                text.append(character);
            } else if (at < template.length() && template.charAt(at) == '$') {
                text.append('$');
                at++;
            } else {
                int digits = digits(template, at, match.groupCount());
                text.append(digits == 0 ? "$" : group(match, Integer.parseInt(template.substring(at, at + digits))));
                at += digits;
            }
        }
        return text.toString();
    }

    /** How many digits name a group: no more than the number of groups has, and fewer if there is no such group. */
    private static int digits(String template, int at, int groups) {
        int most = template.startsWith("0", at) ? 1 : String.valueOf(groups).length();
        int digits = 0;
        while (digits < most && at + digits < template.length() && isDigit(template.charAt(at + digits))) digits++;
        boolean tooLarge = digits > 1 && Integer.parseInt(template.substring(at, at + digits)) > groups;
        return tooLarge ? digits - 1 : digits;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static String group(MatchResult match, int index) {
        if (index > match.groupCount()) return "";
        var group = match.group(index);
        return group == null ? "" : group;
    }
}
