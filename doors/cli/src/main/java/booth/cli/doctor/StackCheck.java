package booth.cli.doctor;

import booth.cli.stack.AwsConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;

/** Whether the stack is deployed, and how that went. */
final class StackCheck {
    private static final Look LOOK = new Look("stack", "cloudformation:DescribeStacks");
    private static final String DEPLOY = "npx aws-cdk deploy --all";

    private final AwsConnection connection;
    private final String name;

    StackCheck(AwsConnection connection, String name) {
        this.connection = connection;
        this.name = name;
    }

    /** Its outputs; empty where there is no stack whose parts are worth looking at. */
    Optional<Map<String, String>> look(Consumer<Finding> told) {
        List<Map<String, String>> outputs = new ArrayList<>();
        LOOK.at(() -> {
                    try (CloudFormationClient stacks =
                            connection.client("cloudformation", CloudFormationClient.builder())) {
                        Stack stack = stacks.describeStacks(describe -> describe.stackName(name))
                                .stacks()
                                .get(0);
                        if (stack.hasOutputs())
                            outputs.add(stack.outputs().stream()
                                    .collect(Collectors.toMap(Output::outputKey, Output::outputValue)));
                        return List.of(judged(stack));
                    } catch (CloudFormationException e) {
                        if (!Look.sentence(e).contains("does not exist")) throw e;
                        return List.of(Finding.skip(
                                LOOK.check(),
                                name + " is not deployed here; " + DEPLOY + " does that, then look again"));
                    }
                })
                .forEach(told);
        return outputs.stream().findFirst();
    }

    private Finding judged(Stack stack) {
        String status = stack.stackStatusAsString();
        String fact = name + " is " + status
                + Optional.ofNullable(stack.stackStatusReason())
                        .map(why -> ": " + why)
                        .orElse("");
        if (status.equals("UPDATE_ROLLBACK_COMPLETE"))
            return Finding.warn(
                    LOOK.check(), fact + "; what was deployed before runs on", "mend what failed, then " + DEPLOY);
        if (status.contains("FAILED") || status.contains("ROLLBACK") || status.contains("DELETE"))
            return Finding.fail(
                    LOOK.check(), fact, "read its events in CloudFormation, mend what failed, then " + DEPLOY);
        if (status.endsWith("IN_PROGRESS")) return Finding.warn(LOOK.check(), fact, "look again when that has ended");
        return Finding.ok(LOOK.check(), fact);
    }

    /** The names of what it is made of. */
    List<String> resources(String type) {
        try (CloudFormationClient stacks = connection.client("cloudformation", CloudFormationClient.builder())) {
            return stacks.listStackResourcesPaginator(list -> list.stackName(name)).stackResourceSummaries().stream()
                    .filter(resource -> type.equals(resource.resourceType()))
                    .map(StackResourceSummary::physicalResourceId)
                    .filter(id -> id != null)
                    .toList();
        }
    }
}
