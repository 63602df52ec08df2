package booth.asl.jsonata;

import com.dashjoin.jsonata.Functions;
import java.math.BigDecimal;
import java.text.ParseException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code $toMillis}: without a picture the forms of ISO 8601 that JSONata takes; what it leaves out is the least. */
final class IsoTime {
    private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-([01]\\d))?(?:-([0-3]\\d))?"
            + "(?:T([0-2]\\d):([0-5]\\d):([0-5]\\d)(\\.\\d+)?)?(?:Z|([+-])([0-2]\\d):?([0-5]\\d))?");
    private static final int MILLIS = 1000;
    private static final int SECONDS_PER_DAY = 86_400;

    private IsoTime() {}

    static @Nullable Object toMillis(Arguments arguments) {
        var text = arguments.text(0);
        if (text == null) return null;
        var picture = arguments.text(1);
        if (picture == null) return parse(text);
        try {
            return Functions.dateTimeToMillis(text, picture);
        } catch (ParseException unreadable) {
            throw Expression.error("D3136", text);
        }
    }

    private static long parse(String text) {
        var time = FORM.matcher(text);
        if (!time.matches()) throw Expression.error("D3110", text);
        int month = number(time, 2, 1);
        int day = number(time, 3, 1);
        long seconds = number(time, 4, 0) * 3600L + number(time, 5, 0) * 60L + number(time, 6, 0);
        if (month < 1 || month > 12 || day < 1 || day > 31 || seconds > SECONDS_PER_DAY) {
            throw Expression.error("D3110", text);
        }
        var date = LocalDate.of(number(time, 1, 0), month, 1).plusDays(day - 1L); // 30 February is 2 March, or 1
        return (date.toEpochDay() * SECONDS_PER_DAY + seconds - offset(time)) * MILLIS + fraction(time);
    }

    private static long offset(Matcher time) {
        int offset = number(time, 9, 0) * 3600 + number(time, 10, 0) * 60;
        return "-".equals(time.group(8)) ? -offset : offset;
    }

    private static int number(Matcher time, int group, int otherwise) {
        return time.group(group) == null ? otherwise : Integer.parseInt(time.group(group));
    }

    private static long fraction(Matcher time) {
        return time.group(7) == null
                ? 0
                : new BigDecimal("0" + time.group(7)).movePointRight(3).longValue();
    }
}
