package booth.local.states;

import booth.local.wire.ServiceError;
import java.util.regex.Pattern;

/** The names of machines and executions within one region and account. */
record Arns(String region, String account) {
    private static final Pattern STATES = Pattern.compile("arn:aws[a-z-]*:states:[^:]+:\\d{12}:[a-zA-Z]+:.+");
    private static final int NAME = 6;

    String machine(String name) {
        return prefix() + "stateMachine:" + name;
    }

    String execution(String machine, String name) {
        return prefix() + "execution:" + machine + ":" + name;
    }

    /** @throws ServiceError InvalidArn for anything that is no ARN of Step Functions */
    static String checked(String arn) {
        if (STATES.matcher(arn).matches()) return arn;
        throw ServiceError.badRequest("InvalidArn", "Invalid Arn: '" + arn + "'");
    }

    /**
     * The same, without a version or an alias behind the machine's name, which this endpoint does not keep.
     *
     * @throws ServiceError InvalidArn, also for the ARN of something else
     */
    static String checkedMachine(String arn) {
        String[] parts = checked(arn).split(":", -1);
        if (parts[NAME - 1].equals("stateMachine") && parts.length == NAME + 1) return arn;
        throw ServiceError.badRequest(
                "InvalidArn", "Invalid Arn: 'Resource type not valid in this context: " + arn + "'");
    }

    private String prefix() {
        return "arn:aws:states:" + region + ":" + account + ":";
    }
}
