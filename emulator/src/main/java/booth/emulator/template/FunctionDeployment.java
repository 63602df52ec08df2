package booth.emulator.template;

import static java.util.stream.Collectors.toUnmodifiableMap;

import booth.emulator.lambda.FunctionSpec;
import booth.emulator.lambda.Functions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Deploys functions: handler class, environment, time, and what happens to events they fail on. */
final class FunctionDeployment {
    private static final String OPT = "/opt/";
    private static final int DEFAULT_TIMEOUT = 3;
    private static final int DEFAULT_MEMORY = 128;
    private static final int DEFAULT_RETRIES = 2;

    private final Functions functions;
    private final Map<String, Resource> invokeRules;
    private final Map<String, Path> layers;

    FunctionDeployment(Functions functions, Template template, List<Resource> resources) {
        this.functions = functions;
        this.invokeRules = resources.stream()
                .filter(resource -> resource.type().equals("AWS::Lambda::EventInvokeConfig"))
                .collect(toUnmodifiableMap(rule -> Properties.of(rule).need("FunctionName"), rule -> rule));
        this.layers = resources.stream()
                .filter(resource -> resource.type().equals("AWS::Lambda::LayerVersion"))
                .collect(toUnmodifiableMap(Resource::id, layer -> content(layer, template)));
    }

    void deploy(Resource function, String name) {
        Properties properties = Properties.of(function);
        properties
                .text("Runtime")
                .filter(runtime -> !runtime.startsWith("java"))
                .ifPresent(runtime -> {
                    throw properties.unsupported("Runtime", "only handlers in Java run here, not " + runtime);
                });
        functions.deploy(new FunctionSpec(
                name,
                properties.need("Handler"),
                environment(properties),
                Duration.ofSeconds(properties.number("Timeout", DEFAULT_TIMEOUT)),
                properties.number("MemorySize", DEFAULT_MEMORY),
                async(properties, name),
                logGroup(properties).orElse("/aws/lambda/" + name)));
    }

    private static Optional<String> logGroup(Properties function) {
        return function.inside("LoggingConfig", config -> config.text("LogGroup"))
                .flatMap(group -> group);
    }

    private FunctionSpec.Async async(Properties function, String name) {
        Optional<String> deadLetters = function.inside("DeadLetterConfig", config -> queue(config, "TargetArn"));
        Optional<Properties> rules = Optional.ofNullable(invokeRules.get(name)).map(Properties::of);
        return new FunctionSpec.Async(
                rules.map(rule -> rule.number("MaximumRetryAttempts", DEFAULT_RETRIES))
                        .orElse(DEFAULT_RETRIES),
                deadLetters,
                rules.flatMap(rule -> rule.inside(
                                "DestinationConfig",
                                config -> config.inside("OnFailure", target -> queue(target, "Destination"))))
                        .flatMap(target -> target));
    }

    private static String queue(Properties config, String property) {
        String arn = config.need(property);
        if (!arn.startsWith("arn:aws:sqs:"))
            throw config.unsupported(property, "only queues can be a target here, not " + arn);
        return arn;
    }

    private Map<String, String> environment(Properties function) {
        List<Path> mounted = function.texts("Layers").stream()
                .map(arn -> layers.get(arn.split(":", -1)[6]))
                .toList();
        Map<String, String> variables = new TreeMap<>(
                function.inside("Environment", inner -> inner.map("Variables")).orElse(Map.of()));
        if (!mounted.isEmpty())
            variables.replaceAll((name, value) -> value.startsWith(OPT) ? local(function, value, mounted) : value);
        return variables;
    }

    /** Lambda unpacks layers into /opt; here they stay where the synthesis put them, and variables point there. */
    private static String local(Properties function, String path, List<Path> layers) {
        return layers.stream()
                .map(layer -> layer.resolve(path.substring(OPT.length())))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> function.unsupported("Layers", "none of " + layers + " holds " + path))
                .toString();
    }

    private static Path content(Resource layer, Template template) {
        return Properties.of(layer)
                .inside("Content", content -> {
                    content.need("S3Bucket");
                    return template.layer(content.need("S3Key"));
                })
                .orElse(template.assets());
    }
}
