package booth.cdk;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.RuleTargetInput;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/**
 * One function of the pipeline with its role, its log and its alias {@code live}.
 *
 * <p>Functions print their log, one JSON object a line. Lambda's log format stays text, in which such lines arrive as they
 * are and filter patterns like {@code { $.jobId = "…" }} find them.
 *
 * <p>SnapStart makes a Java function start as fast as any, but only published versions have it. Everyone calls the alias
 * and thereby the newest version; a redriven execution, bound to the definition it began with, so runs repaired code.
 */
final class TaskFunction extends Construct {
    /** Nothing to do, for every kind of handler: {@code booth.core.function.KeepReady}. */
    private static final Map<String, Object> KEEP_READY = new TreeMap<>(Map.of(
            "detail-type",
            "KEEP_READY",
            "Records",
            List.of(),
            "requestContext",
            new TreeMap<>(Map.of("eventType", "KEEP_READY", "routeKey", "KEEP_READY"))));

    /**
     * What runs and how much it may take.
     *
     * @param handler class name
     * @param memoryMb 1769 buys one whole processor, and share in proportion
     */
    record Program(Code code, String handler, int memoryMb, Duration timeout) {}

    private final LogGroup logs;
    private final Role role;
    private final Function function;
    private final Alias live;

    TaskFunction(Construct scope, String id, Program program, Map<String, String> environment) {
        this(scope, id, program, environment, UnaryOperator.identity());
    }

    /** @param more what only this function needs: a layer, a dead-letter queue */
    TaskFunction(
            Construct scope,
            String id,
            Program program,
            Map<String, String> environment,
            UnaryOperator<Function.Builder> more) {
        super(scope, id);
        logs = LogGroup.Builder.create(this, "Logs")
                .logGroupName(logGroupPrefix(this) + id)
                .retention(RetentionDays.TWO_WEEKS)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        role = Role.Builder.create(this, "Role")
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .build();
        logs.grantWrite(role);
        function = more.apply(Function.Builder.create(this, "Function")
                        .runtime(Runtime.JAVA_25)
                        .architecture(Architecture.ARM_64)
                        .code(program.code())
                        .handler(program.handler())
                        .memorySize(program.memoryMb())
                        .timeout(program.timeout())
                        .environment(environment)
                        .snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS)
                        .tracing(Tracing.ACTIVE)
                        .logGroup(logs)
                        .role(role))
                .build();
        live = function.addAlias("live");
        keepReady();
        Annotations.of(function)
                .acknowledgeWarning(
                        "@aws-cdk/aws-lambda:snapStartRequirePublish", "The alias stands for a published version.");
    }

    /**
     * Calls the function every five days. The version of an idle booth would be put away after 14, and what calls it then
     * gets an error: API Gateway answers 500, and the first guests' photos wait in retries until there is another snapshot.
     *
     * <p>Each function has a minute of its own, because a new account runs ten at once.
     */
    private void keepReady() {
        int minute = Math.floorMod(getNode().getPath().hashCode(), 60);
        Rule.Builder.create(this, "KeepReady")
                .description("Lambda puts functions away that nobody calls for 14 days.")
                .schedule(Schedule.expression("cron(" + minute + " 4 */5 * ? *)"))
                .targets(List.of(LambdaFunction.Builder.create(live)
                        .event(RuleTargetInput.fromObject(KEEP_READY))
                        .build()))
                .build();
    }

    /** All functions of a stack log under this; names that an operator can type, and the same on every cloud. */
    static String logGroupPrefix(Construct scope) {
        return "/photo-booth/" + Stack.of(scope).getStackName() + "/";
    }

    /** Where it prints its lines. */
    LogGroup logs() {
        return logs;
    }

    /** What callers call. */
    Alias live() {
        return live;
    }

    String arn() {
        return live.getFunctionArn();
    }

    /** One variable more in its environment. */
    TaskFunction with(String variable, String value) {
        function.addEnvironment(variable, value);
        return this;
    }

    TaskFunction may(PolicyStatement... statements) {
        List.of(statements).forEach(role::addToPolicy);
        return this;
    }

    TaskFunction may(String action, String... resources) {
        return may(PolicyStatement.Builder.create()
                .actions(List.of(action))
                .resources(List.of(resources))
                .build());
    }
}
