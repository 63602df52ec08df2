package booth.emulator.template.types;

import booth.emulator.lambda.FunctionSpec;
import booth.emulator.template.Deployable;
import booth.emulator.template.Phase;
import booth.emulator.template.Plan;
import booth.emulator.template.Properties;
import booth.emulator.template.Referent;
import booth.emulator.template.Schema;
import booth.emulator.template.Services;
import booth.emulator.template.StackResource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** A function: handler class, environment, time, and what happens to events it fails on. */
final class LambdaFunction implements Deployable {
    /** Where Lambda unpacks layers. */
    private static final String OPT = "/opt/";

    private static final String RESERVED = "ReservedConcurrentExecutions";
    private static final int DEFAULT_TIMEOUT = 3;
    private static final int DEFAULT_MEMORY = 128;

    private static final Schema SCHEMA = Schema.of("AWS::Lambda::Function")
            .named("FunctionName")
            .honours("Handler", "Runtime", "Environment", "Timeout", "MemorySize")
            .honours("DeadLetterConfig", "Layers", "LoggingConfig", RESERVED)
            .passesOver(Reasons.CLASS_PATH, "Code", "Architectures", "SnapStart", "PackageType", "EphemeralStorage")
            .passesOver(Reasons.NO_IDENTITIES, "Role")
            .passesOver(Reasons.NO_ENCRYPTION, "KmsKeyArn")
            .passesOver(Reasons.NO_OPERATIONS, "TracingConfig", "Description", "Tags")
            .ref(Referent::name)
            .attribute("Arn", function -> function.arn("lambda", "function:" + function.name()))
            .build();

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public Phase phase(StackResource function) {
        return Phase.FUNCTIONS;
    }

    @Override
    public void deploy(StackResource function, Plan plan, Services services) {
        services.functions().deploy(spec(function, plan));
    }

    static FunctionSpec spec(StackResource function, Plan plan) {
        Properties properties = function.properties();
        String runtime = properties.text("Runtime").orElse("java");
        if (!runtime.startsWith("java"))
            throw properties.unsupported("Runtime", "only handlers in Java run here, not " + runtime);
        return new FunctionSpec(
                function.name(),
                properties.need("Handler"),
                environment(properties, plan),
                Duration.ofSeconds(properties.number("Timeout", DEFAULT_TIMEOUT)),
                properties.number("MemorySize", DEFAULT_MEMORY),
                async(function, plan),
                logGroup(properties).orElse("/aws/lambda/" + function.name()),
                reserved(properties));
    }

    private static OptionalInt reserved(Properties function) {
        int calls = function.number(RESERVED, -1);
        if (calls == 0) throw function.unsupported(RESERVED, "a function that may never run has no use here");
        return calls < 0 ? OptionalInt.empty() : OptionalInt.of(calls);
    }

    private static Optional<String> logGroup(Properties function) {
        return function.inside("LoggingConfig", config -> config.text("LogGroup"))
                .flatMap(group -> group);
    }

    private static FunctionSpec.Async async(StackResource function, Plan plan) {
        LambdaEventInvokeConfig.Rules rules = LambdaEventInvokeConfig.rulesOf(function.name(), plan);
        return new FunctionSpec.Async(
                rules.retries(),
                function.properties()
                        .inside("DeadLetterConfig", config -> LambdaEventInvokeConfig.queue(config, "TargetArn")),
                rules.onFailure());
    }

    private static Map<String, String> environment(Properties function, Plan plan) {
        List<Path> layers = function.texts("Layers").stream()
                .flatMap(arn -> LambdaLayerVersion.find(arn, plan).stream())
                .toList();
        Map<String, String> variables = new TreeMap<>(
                function.inside("Environment", inner -> inner.map("Variables")).orElse(Map.of()));
        if (!layers.isEmpty())
            variables.replaceAll((name, value) -> value.startsWith(OPT) ? local(function, value, layers) : value);
        return variables;
    }

    /** What a path into a layer is here, where layers stay where the synthesis put them. */
    private static String local(Properties function, String path, List<Path> layers) {
        return layers.stream()
                .map(layer -> layer.resolve(path.substring(OPT.length())))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> function.unsupported("Layers", "none of " + layers + " holds " + path))
                .toString();
    }
}
