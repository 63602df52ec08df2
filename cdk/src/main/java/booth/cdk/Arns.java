package booth.cdk;

import software.amazon.awscdk.Aws;

/** Names of things in the stack's own partition and account which the stack does not create. */
final class Arns {
    private Arns() {}

    /** In the stack's region. */
    static String of(String service, String resource) {
        return in(Aws.REGION, service, resource);
    }

    static String in(String region, String service, String resource) {
        return String.join(":", "arn", Aws.PARTITION, service, region, Aws.ACCOUNT_ID, resource);
    }

    /** A model of Bedrock's: it belongs to no account. */
    static String model(String region, String model) {
        return String.join(":", "arn", Aws.PARTITION, "bedrock", region, "", "foundation-model/" + model);
    }
}
