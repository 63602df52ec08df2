package booth.emulator.events;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cron expression as EventBridge has them: minutes, hours, days of the month, months, days of the week from Sunday, 1, and
 * years. Lists, ranges, steps and names are known; {@code L}, {@code W} and {@code #} are not.
 */
record Cron(
        Set<Integer> minutes,
        Set<Integer> hours,
        Set<Integer> days,
        Set<Integer> months,
        Set<Integer> weekdays,
        Set<Integer> years)
        implements Schedule {
    private static final int FIELDS = 6;
    private static final String NONE = "?";
    private static final Pattern PART = Pattern.compile("(\\*|\\w+)(?:-(\\w+))?(?:/(\\d+))?");
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> WEEKDAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

    /** @throws IllegalArgumentException naming the field that is none */
    static Cron of(String fields) {
        String[] field = fields.strip().split(" +");
        if (field.length != FIELDS) throw new IllegalArgumentException("cron takes six fields, not (" + fields + ")");
        if (field[2].equals(NONE) == field[4].equals(NONE))
            throw new IllegalArgumentException(
                    "of cron's days of the month and of the week one is ?, but not both: (" + fields + ")");
        return new Cron(
                values(field[0], 0, 59, List.of()),
                values(field[1], 0, 23, List.of()),
                values(field[2].replace(NONE, "*"), 1, 31, List.of()),
                values(field[3], 1, 12, MONTHS),
                values(field[4].replace(NONE, "*"), 1, 7, WEEKDAYS),
                values(field[5], 1970, 2199, List.of()));
    }

    @Override
    public boolean isDue(ZonedDateTime minute) {
        return minutes.contains(minute.getMinute())
                && hours.contains(minute.getHour())
                && days.contains(minute.getDayOfMonth())
                && months.contains(minute.getMonthValue())
                && weekdays.contains(minute.getDayOfWeek().getValue() % WEEKDAYS.size() + 1)
                && years.contains(minute.getYear());
    }

    @Override
    public boolean comesFirst() {
        return false;
    }

    private static Set<Integer> values(String field, int first, int last, List<String> names) {
        Set<Integer> values = new TreeSet<>();
        for (String text : field.split(",", -1)) {
            Matcher part = PART.matcher(text);
            if (!part.matches()) throw unknown(text, field);
            boolean all = part.group(1).equals("*");
            boolean open = all || part.group(3) != null; // 5/10: from 5 on
            int from = all ? first : value(part.group(1), names, field);
            int to = part.group(2) != null ? value(part.group(2), names, field) : open ? last : from;
            int step = part.group(3) == null ? 1 : Integer.parseInt(part.group(3));
            if (from < first || to > last || from > to || step < 1 || all && part.group(2) != null)
                throw unknown(text, field);
            for (int value = from; value <= to; value += step) values.add(value);
        }
        return values;
    }

    private static int value(String text, List<String> names, String field) {
        int named = names.indexOf(text.toUpperCase(Locale.ROOT));
        if (named >= 0) return named + 1;
        if (text.matches("\\d{1,4}")) return Integer.parseInt(text);
        throw unknown(text, field);
    }

    private static IllegalArgumentException unknown(String text, String field) {
        return new IllegalArgumentException("cron does not know " + text + " here (in " + field + ")");
    }
}
