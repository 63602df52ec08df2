package booth.emulator.template;

import booth.emulator.wire.QueryService;
import booth.emulator.wire.ServiceError;
import booth.emulator.wire.Xml;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** CloudFormation as those ask it who look for a stack's outputs: what was deployed, and that it is there. */
public final class Stacks implements QueryService {
    private static final String DESCRIBE = "DescribeStacks";
    private static final String TEMPLATE = "GetTemplate";
    private static final String RESOURCES = "DescribeStackResources";
    private static final String RESOURCE_LIST = "ListStackResources";
    private static final String LIST = "ListStacks";
    private static final String EXPORTS = "ListExports";
    private static final String STATUS = "CREATE_COMPLETE";
    private static final String NO_DRIFT =
            Xml.parent("DriftInformation", List.of(Xml.element("StackResourceDriftStatus", "NOT_CHECKED")));

    private static final String NO_STACK_DRIFT =
            Xml.parent("DriftInformation", List.of(Xml.element("StackDriftStatus", "NOT_CHECKED")));

    private final List<Deployed> stacks = new CopyOnWriteArrayList<>();

    private record Deployed(Template template, Plan plan, Instant created) {
        Stack stack() {
            return plan.stack();
        }

        boolean isCalled(String nameOrId) {
            return stack().name().equals(nameOrId) || stack().id().equals(nameOrId);
        }
    }

    /** What was deployed from this template just now. */
    public void add(Template template, Plan plan) {
        stacks.add(new Deployed(template, plan, Instant.now().truncatedTo(ChronoUnit.MILLIS)));
    }

    @Override
    public Set<String> actions() {
        return Set.of(DESCRIBE, TEMPLATE, RESOURCES, RESOURCE_LIST, LIST, EXPORTS);
    }

    @Override
    public String namespace() {
        return "http://cloudformation.amazonaws.com/doc/2010-05-15/";
    }

    @Override
    public String call(String action, Map<String, String> parameters) {
        if (action.equals(LIST)) return Xml.parent("StackSummaries", listed(parameters));
        if (action.equals(EXPORTS))
            return Xml.parent(
                    "Exports", stacks.stream().flatMap(Stacks::exports).toList());
        Optional<String> wanted = Optional.ofNullable(parameters.get("StackName"));
        List<Deployed> found = stacks.stream()
                .filter(deployed -> wanted.isEmpty() || deployed.isCalled(wanted.get()))
                .toList();
        if (wanted.isPresent() && found.isEmpty())
            throw ServiceError.badRequest("ValidationError", "Stack with id " + wanted.get() + " does not exist");
        if (action.equals(DESCRIBE))
            return Xml.parent("Stacks", found.stream().map(Stacks::member).toList());
        Deployed one = wanted.map(name -> found.get(0))
                .orElseThrow(() -> ServiceError.badRequest(
                        "ValidationError",
                        "1 validation error detected: Value null at 'stackName' failed to satisfy"
                                + " constraint: Member must not be null"));
        return switch (action) {
            case TEMPLATE ->
                Xml.element("TemplateBody", one.template().json().toPrettyString())
                        + Xml.parent("StagesAvailable", List.of(Xml.element("member", "Original")));
            case RESOURCES -> Xml.parent("StackResources", resources(one, parameters, Stacks::described));
            default -> Xml.parent("StackResourceSummaries", resources(one, parameters, Stacks::summary));
        };
    }

    /** @param parameters may ask for those in certain states */
    private List<String> listed(Map<String, String> parameters) {
        Set<String> states = parameters.entrySet().stream()
                .filter(parameter -> parameter.getKey().startsWith("StackStatusFilter.member."))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
        return stacks.stream()
                .filter(deployed -> states.isEmpty() || states.contains(STATUS))
                .map(deployed -> Xml.parent(
                        "member",
                        List.of(
                                head(deployed),
                                description(
                                        "TemplateDescription",
                                        deployed.template().json()),
                                NO_STACK_DRIFT)))
                .toList();
    }

    private static Stream<String> exports(Deployed deployed) {
        return deployed.plan().exports().entrySet().stream()
                .map(export -> Xml.parent(
                        "member",
                        List.of(
                                Xml.element("ExportingStackId", deployed.stack().id()),
                                Xml.element("Name", export.getKey()),
                                Xml.element("Value", export.getValue()))));
    }

    /** @param parameters may ask for one of them, by its logical id */
    private static List<String> resources(
            Deployed deployed, Map<String, String> parameters, BiFunction<Deployed, Deployer.Made, String> written) {
        Optional<String> wanted = Optional.ofNullable(parameters.get("LogicalResourceId"));
        return deployed.plan().made().stream()
                .filter(made -> wanted.isEmpty() || made.id().equals(wanted.get()))
                .map(made -> written.apply(deployed, made))
                .toList();
    }

    private static String described(Deployed deployed, Deployer.Made made) {
        return Xml.parent(
                "member",
                List.of(
                        Xml.element("StackId", deployed.stack().id()),
                        Xml.element("StackName", deployed.stack().name()),
                        names(made),
                        Xml.element("Timestamp", deployed.created().toString()),
                        Xml.element("ResourceStatus", STATUS)));
    }

    private static String summary(Deployed deployed, Deployer.Made made) {
        return Xml.parent(
                "member",
                List.of(
                        names(made),
                        Xml.element("LastUpdatedTimestamp", deployed.created().toString()),
                        Xml.element("ResourceStatus", STATUS),
                        NO_DRIFT));
    }

    private static String names(Deployer.Made made) {
        return Xml.element("LogicalResourceId", made.id())
                + Xml.element("PhysicalResourceId", made.physicalId())
                + Xml.element("ResourceType", made.type());
    }

    private static String member(Deployed deployed) {
        return Xml.parent(
                "member",
                List.of(
                        head(deployed),
                        description("Description", deployed.template().json()),
                        Xml.element("DisableRollback", "false"),
                        Xml.element("EnableTerminationProtection", "false"),
                        NO_STACK_DRIFT,
                        Xml.parent("RollbackConfiguration", List.of()),
                        Xml.parent("NotificationARNs", List.of()),
                        Xml.parent("Tags", List.of()),
                        Xml.parent("Outputs", outputs(deployed))));
    }

    private static String head(Deployed deployed) {
        return Xml.element("StackId", deployed.stack().id())
                + Xml.element("StackName", deployed.stack().name())
                + Xml.element("CreationTime", deployed.created().toString())
                + Xml.element("StackStatus", STATUS);
    }

    private static List<String> outputs(Deployed deployed) {
        JsonNode described = deployed.template().json().path("Outputs");
        Map<String, String> exports = deployed.plan().exportNames();
        return deployed.plan().outputs().entrySet().stream()
                .map(output -> Xml.parent(
                        "member",
                        List.of(
                                Xml.element("OutputKey", output.getKey()),
                                Xml.element("OutputValue", output.getValue()),
                                description("Description", described.path(output.getKey())),
                                Optional.ofNullable(exports.get(output.getKey()))
                                        .map(name -> Xml.element("ExportName", name))
                                        .orElse(""))))
                .toList();
    }

    private static String description(String element, JsonNode described) {
        JsonNode text = described.path("Description");
        return text.isTextual() ? Xml.element(element, text.textValue()) : "";
    }
}
