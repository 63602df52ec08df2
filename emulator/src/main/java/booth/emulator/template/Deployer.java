package booth.emulator.template;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Turns a template into running things. Everything is checked before anything is made; queues that feed functions are
 * opened last, when all they may cause is there.
 */
public final class Deployer {
    private final Services services;

    public Deployer(Services services) {
        this.services = services;
    }

    /**
     * @return the template's outputs
     * @throws Unsupported naming the resource, its type and the property that is not supported
     */
    public Map<String, String> deploy(Template template) {
        PhysicalNames names =
                new PhysicalNames(template.stack(), services.account(), services.gateway(), services.queues());
        Resolver resolver = new Resolver(template, names, services.account());
        List<Resource> resources = resolver.resources().stream()
                .filter(Deployer::matters)
                .map(resolver::resolved)
                .toList();
        Map<String, String> outputs = resolver.outputs();
        FunctionDeployment functions = new FunctionDeployment(services.functions(), template, resources);
        ApiDeployment apis = new ApiDeployment(services.apis(), services.sockets(), names, resources);
        steps(resolver, functions, apis)
                .forEach((type, make) -> resources.stream()
                        .filter(resource -> resource.type().equals(type))
                        .sorted(Comparator.comparing(Deployer::needsAnother))
                        .forEach(make));
        return outputs;
    }

    /** How resources of each type are made, in the order in which the types need each other. */
    private Map<String, Consumer<Resource>> steps(Resolver resolver, FunctionDeployment functions, ApiDeployment apis) {
        WorkflowDeployment workflows = new WorkflowDeployment(services.states(), services.account());
        BucketDeployment buckets = new BucketDeployment(services.s3(), services.notifications());
        Map<String, Consumer<Resource>> steps = new LinkedHashMap<>();
        steps.put("AWS::SQS::Queue", queue -> new QueueDeployment(services.sqs()).deploy(queue, resolver.name(queue)));
        steps.put(
                "AWS::SNS::Topic",
                topic -> services.topics().call("CreateTopic", Map.of("Name", resolver.name(topic))));
        steps.put("AWS::Logs::LogGroup", group -> services.logs().create(resolver.name(group)));
        steps.put("AWS::Lambda::Function", function -> functions.deploy(function, resolver.name(function)));
        steps.put(
                "AWS::StepFunctions::StateMachine",
                machine -> workflows.deploy(
                        machine, resolver.name(machine), resolver.template().assets()));
        steps.put("AWS::Events::Rule", new RuleDeployment(services.bus())::deploy);
        steps.put("AWS::ApiGatewayV2::Stage", apis::deploy);
        steps.put("AWS::S3::Bucket", bucket -> buckets.deploy(bucket, resolver.name(bucket)));
        steps.put(
                "AWS::Lambda::EventSourceMapping",
                new EventSourceDeployment(services.sources(), services.account(), services.queues())::deploy);
        return steps;
    }

    /** A queue with dead letters comes after those without, which are the dead letters. */
    private static boolean needsAnother(Resource resource) {
        return resource.properties().has("RedrivePolicy");
    }

    private static boolean matters(Resource resource) {
        Support support = Support.of(resource.type())
                .orElseThrow(() -> new Unsupported("The embedded cloud does not support " + resource.type() + " ("
                        + resource.id() + "). It knows " + String.join(", ", Support.types()) + "."));
        support.check(resource);
        return support.matters();
    }
}
