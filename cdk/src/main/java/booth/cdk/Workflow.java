package booth.cdk;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.stepfunctions.DefinitionBody;
import software.amazon.awscdk.services.stepfunctions.LogLevel;
import software.amazon.awscdk.services.stepfunctions.LogOptions;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.amazon.awscdk.services.stepfunctions.StateMachineType;
import software.constructs.Construct;

/**
 * The state machine file with its <code>${…}</code> names filled in. Its log tells which state ran when, and never what
 * passed through: where faces are in a photo is biometric data.
 */
final class Workflow extends Construct {
    private final StateMachine machine;

    /**
     * @param tasks by the name the file calls them, without {@code Arn}
     * @param samInside whether the segment function looks at frames itself
     */
    Workflow(
            Construct scope,
            String id,
            String definition,
            Map<String, TaskFunction> tasks,
            Queue generation,
            boolean samInside) {
        super(scope, id);
        var substitutions = new TreeMap<String, String>();
        tasks.forEach((name, task) -> substitutions.put(name + "Arn", task.arn()));
        substitutions.put("GenerationQueueUrl", generation.getQueueUrl());
        substitutions.put("SamRuns", samInside ? "inside" : "elsewhere");
        machine = machine(this, definition, substitutions);
        may(
                "lambda:InvokeFunction",
                tasks.values().stream().map(TaskFunction::arn).sorted().toList());
        may("sqs:SendMessage", List.of(generation.getQueueArn()));
    }

    String arn() {
        return machine.getStateMachineArn();
    }

    /** All that ever ran or will. */
    String executionArns() {
        return Arns.of("states", "execution:" + machine.getStateMachineName() + ":*");
    }

    StateMachine machine() {
        return machine;
    }

    /** A state machine as this project has them: traced, and logged without what passes through it. */
    static StateMachine machine(Construct scope, String definition, Map<String, String> substitutions) {
        return StateMachine.Builder.create(scope, "StateMachine")
                .definitionBody(DefinitionBody.fromString(definition))
                .definitionSubstitutions(substitutions)
                .stateMachineType(StateMachineType.STANDARD)
                .tracingEnabled(true)
                .logs(LogOptions.builder()
                        .destination(logs(scope))
                        .level(LogLevel.ALL)
                        .includeExecutionData(false)
                        .build())
                .build();
    }

    /** Under this prefix a log needs no line of its own in the account's resource policy, which is short. */
    private static LogGroup logs(Construct scope) {
        return LogGroup.Builder.create(scope, "Logs")
                .logGroupName("/aws/vendedlogs/states/" + Stack.of(scope).getStackName())
                .retention(RetentionDays.TWO_WEEKS)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
    }

    private void may(String action, List<String> resources) {
        machine.addToRolePolicy(PolicyStatement.Builder.create()
                .actions(List.of(action))
                .resources(resources)
                .build());
    }
}
