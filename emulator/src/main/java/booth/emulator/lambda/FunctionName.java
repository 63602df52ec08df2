package booth.emulator.lambda;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways in which a caller may name a function: name, partial ARN or ARN, each perhaps with a version or alias. */
final class FunctionName {
    private static final Pattern FORM = Pattern.compile(
            "(?:arn:[^:]+:lambda:[^:]*:\\d{12}:function:|\\d{12}:function:)?([A-Za-z0-9_-]+)(?::[A-Za-z0-9_$-]+)?");

    private FunctionName() {}

    /** The bare name; what has no such form stays as it is. */
    static String of(String nameOrArn) {
        Matcher form = FORM.matcher(nameOrArn);
        return form.matches() ? form.group(1) : nameOrArn;
    }
}
