package booth.cli.doctor;

import booth.cli.stack.AwsConnection;
import java.util.List;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** How many functions may run at once, and how large they may be. */
final class LambdaCheck {
    private static final Look CONCURRENCY = new Look("functions at once", "lambda:GetAccountSettings");
    private static final String MEMORY = "memory of functions";

    /** What a booth wants: five faces at once, three pictures, and the doors beside them, for several guests. */
    private static final int ENOUGH = 100;

    /** What new accounts are given. */
    private static final int MEMORY_FOR_ALL = 3008;

    private final AwsConnection connection;

    LambdaCheck(AwsConnection connection) {
        this.connection = connection;
    }

    List<Finding> concurrency() {
        return CONCURRENCY.at(() -> {
            try (LambdaClient lambda = connection.client("lambda", LambdaClient.builder())) {
                int atOnce = lambda.getAccountSettings().accountLimit().concurrentExecutions();
                return List.of(
                        atOnce >= ENOUGH
                                ? Finding.ok(CONCURRENCY.check(), "the account runs " + atOnce)
                                : Finding.warn(
                                        CONCURRENCY.check(),
                                        "the account runs " + atOnce + "; one photo of five faces takes up to 8, and"
                                                + " guests who come together wait for each other",
                                        "ask for 1000, it costs nothing: aws service-quotas"
                                                + " request-service-quota-increase --service-code lambda"
                                                + " --quota-code L-B99A9384 --desired-value 1000"));
            }
        });
    }

    /** Of this quota no API tells. */
    static Finding memory(Plan plan) {
        if (plan.samEndpoint().isPresent()) return Finding.ok(MEMORY, "SAM runs elsewhere; 1769 MB are enough");
        if (plan.segmentMemoryMb() <= MEMORY_FOR_ALL)
            return Finding.ok(
                    MEMORY, "segmentMemoryMb is " + plan.segmentMemoryMb() + ", which every account is given");
        return Finding.warn(
                MEMORY,
                "segmentMemoryMb is " + plan.segmentMemoryMb() + "; new accounts are given " + MEMORY_FOR_ALL
                        + ", and no API tells what this one is",
                "if the deployment fails with 'MemorySize', set segmentMemoryMb to " + MEMORY_FOR_ALL
                        + " or ask AWS's support for more");
    }
}
