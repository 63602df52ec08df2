package booth.asl.definition;

import java.util.regex.Pattern;

/**
 * What a Task calls: {@code arn:aws:states:::sqs:sendMessage.waitForTaskToken}, or a Lambda function's ARN.
 *
 * @param arn as the definition has it
 */
public record Resource(String arn) {
    private static final String TOKEN = ".waitForTaskToken";
    private static final Pattern SYNC = Pattern.compile("\\.sync(:\\d)?$");
    private static final String SDK = "aws-sdk:";
    private static final int SERVICE = 2;
    private static final int REGION = 3;
    private static final int KIND = 5;

    /** Whether the result arrives by token, after the call. */
    public boolean waitsForTaskToken() {
        return arn.endsWith(TOKEN);
    }

    /** Whether the task has a token: as it waits for one, or as its work may be ended before its time ({@code .sync}). */
    public boolean hasTaskToken() {
        return waitsForTaskToken() || SYNC.matcher(arn).find();
    }

    /** Activities have workers of their own kind, which nothing here serves. */
    public boolean isSupported() {
        return isFunction() || isServiceCall();
    }

    private boolean isServiceCall() {
        return arn.startsWith("arn:")
                && part(SERVICE).equals("states")
                && boundary() > 0
                && !path().startsWith("activity:");
    }

    /** Whether it is a bare function ARN, which has LambdaFunction events of its own. */
    public boolean isFunction() {
        return part(SERVICE).equals("lambda");
    }

    /** {@code sqs} or {@code aws-sdk:s3}. */
    public String type() {
        return path().substring(0, Math.max(0, boundary()));
    }

    /** {@code sendMessage.waitForTaskToken}. */
    public String action() {
        return path().substring(boundary() + 1);
    }

    /** {@code us-east-1}; empty in {@code arn:aws:states:::…}. */
    public String region() {
        return part(REGION);
    }

    private String path() {
        var parts = arn.split(":", KIND + 1);
        return parts.length > KIND ? parts[KIND] : arn;
    }

    /** Between type and action: {@code states|startExecution.sync:2}, {@code aws-sdk:s3|getObject}. */
    private int boundary() {
        var path = path();
        return path.indexOf(':', path.startsWith(SDK) ? SDK.length() : 0);
    }

    private String part(int index) {
        var parts = arn.split(":", -1);
        return parts.length > index ? parts[index] : "";
    }

    @Override
    public String toString() {
        return arn;
    }
}
