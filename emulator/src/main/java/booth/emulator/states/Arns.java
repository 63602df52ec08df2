package booth.emulator.states;

import booth.emulator.wire.ServiceError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of machines and executions within one region and account. */
record Arns(String region, String account) {
    private static final Pattern STATES = Pattern.compile("arn:aws[a-z-]*:states:[^:]+:\\d{12}:([a-zA-Z]+):.+");
    private static final Pattern ROLE = Pattern.compile("arn:aws[a-z-]*:iam::\\d{12}:role/.+");

    String machine(String name) {
        return prefix() + "stateMachine:" + name;
    }

    String execution(String machine, String name) {
        return prefix() + "execution:" + machine + ":" + name;
    }

    /** @throws ServiceError InvalidArn for anything that is no ARN of Step Functions */
    static String checked(String arn) {
        type(arn);
        return arn;
    }

    /** @throws ServiceError InvalidArn, also for the ARN of something else */
    static String checkedMachine(String arn) {
        return checked(arn, "stateMachine");
    }

    /** @throws ServiceError InvalidArn, also for the ARN of something else */
    static String checkedExecution(String arn) {
        return checked(arn, "execution");
    }

    /** @throws ServiceError InvalidArn */
    static String checkedRole(String arn) {
        if (ROLE.matcher(arn).matches()) return arn;
        throw ServiceError.badRequest("InvalidArn", "Invalid Role Arn: '" + arn + "'");
    }

    private static String checked(String arn, String wanted) {
        String type = type(arn);
        if (type.equals(wanted)) return arn;
        throw invalid("Resource type not valid in this context: " + type);
    }

    private static String type(String arn) {
        Matcher states = STATES.matcher(arn);
        if (states.matches()) return states.group(1);
        throw invalid("Invalid ARN prefix: " + arn);
    }

    private static ServiceError invalid(String why) {
        return ServiceError.badRequest("InvalidArn", "Invalid Arn: '" + why + "'");
    }

    private String prefix() {
        return "arn:aws:states:" + region + ":" + account + ":";
    }
}
