package booth.cli.doctor;

import booth.cli.stack.AwsConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.SnapStartOptimizationStatus;
import software.amazon.awssdk.services.lambda.model.State;

/** Whether the published version of each function can be called at once: it is active, and its snapshot is there. */
final class FunctionsCheck {
    private static final Look LOOK =
            new Look("live functions", "lambda:GetFunctionConfiguration, cloudformation:ListStackResources");
    private static final String ALIAS = "live";

    private final AwsConnection connection;

    FunctionsCheck(AwsConnection connection) {
        this.connection = connection;
    }

    /** Those of a stack on AWS. */
    List<Finding> deployed(Supplier<List<String>> names) {
        return LOOK.at(() -> {
            try (LambdaClient lambda = connection.client("lambda", LambdaClient.builder())) {
                List<GetFunctionConfigurationResponse> functions = names.get().stream()
                        .map(name -> lambda.getFunctionConfiguration(
                                get -> get.functionName(name).qualifier(ALIAS)))
                        .toList();
                List<Finding> wrong = new ArrayList<>();
                functions.forEach(function -> judged(function).ifPresent(wrong::add));
                if (!wrong.isEmpty()) return wrong;
                return List.of(Finding.ok(
                        LOOK.check(), functions.size() + " are active with a snapshot, " + machines(functions)));
            }
        });
    }

    /** Those of an emulated account, which has no versions and no snapshots. */
    List<Finding> emulated() {
        return LOOK.at(() -> {
            try (LambdaClient lambda = connection.client("lambda", LambdaClient.builder())) {
                long functions = lambda.listFunctionsPaginator().functions().stream()
                        .map(FunctionConfiguration::functionName)
                        .count();
                return List.of(Finding.ok(LOOK.check(), functions + " are there; nothing falls asleep here"));
            }
        });
    }

    private static String machines(List<GetFunctionConfigurationResponse> functions) {
        return functions.stream()
                .map(function ->
                        function.runtimeAsString() + " on " + String.join(", ", function.architecturesAsStrings()))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining("; "));
    }

    private static Optional<Finding> judged(GetFunctionConfigurationResponse function) {
        String name = function.functionName();
        String fact = name + " is " + function.stateAsString()
                + Optional.ofNullable(function.stateReason())
                        .map(why -> ": " + why)
                        .orElse("");
        if (function.state() == State.INACTIVE)
            return Optional.of(Finding.fail(
                    LOOK.check(),
                    fact,
                    "wake it: aws lambda invoke --function-name " + name + ":" + ALIAS
                            + " --cli-binary-format raw-in-base64-out --payload '{\"detail-type\":\"KEEP_READY\","
                            + "\"Records\":[]}' /dev/null; the first call fails, and it takes some minutes"));
        if (function.state() == State.PENDING)
            return Optional.of(Finding.warn(LOOK.check(), fact, "wait some minutes and look again"));
        if (function.state() != State.ACTIVE || function.lastUpdateStatus() == LastUpdateStatus.FAILED)
            return Optional.of(Finding.fail(LOOK.check(), fact, "deploy again: npx aws-cdk deploy --all"));
        if (function.snapStart() == null || function.snapStart().optimizationStatus() != SnapStartOptimizationStatus.ON)
            return Optional.of(Finding.warn(
                    LOOK.check(),
                    name + " has no snapshot; each cold start takes seconds",
                    "deploy again: npx aws-cdk deploy --all"));
        return Optional.empty();
    }
}
