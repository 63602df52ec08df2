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

/** CloudFormation as those ask it who look for a stack's outputs: what was deployed, and that it is there. */
public final class Stacks implements QueryService {
    private static final String DESCRIBE = "DescribeStacks";
    private static final String STATUS = "CREATE_COMPLETE";

    private final List<Deployed> stacks = new CopyOnWriteArrayList<>();

    private record Deployed(Stack stack, Template template, Instant created, Map<String, String> outputs) {
        boolean isCalled(String nameOrId) {
            return stack.name().equals(nameOrId) || stack.id().equals(nameOrId);
        }
    }

    /** What was deployed from this template just now. */
    public void add(Stack stack, Template template, Map<String, String> outputs) {
        stacks.add(new Deployed(stack, template, Instant.now().truncatedTo(ChronoUnit.MILLIS), outputs));
    }

    @Override
    public Set<String> actions() {
        return Set.of(DESCRIBE);
    }

    @Override
    public String namespace() {
        return "http://cloudformation.amazonaws.com/doc/2010-05-15/";
    }

    @Override
    public String call(String action, Map<String, String> parameters) {
        Optional<String> wanted = Optional.ofNullable(parameters.get("StackName"));
        List<String> found = stacks.stream()
                .filter(deployed -> wanted.isEmpty() || deployed.isCalled(wanted.get()))
                .map(Stacks::member)
                .toList();
        if (wanted.isPresent() && found.isEmpty())
            throw ServiceError.badRequest("ValidationError", "Stack with id " + wanted.get() + " does not exist");
        return Xml.parent("Stacks", found);
    }

    private static String member(Deployed deployed) {
        JsonNode described = deployed.template().json().path("Outputs");
        List<String> outputs = deployed.outputs().entrySet().stream()
                .map(output -> Xml.parent(
                        "member",
                        List.of(
                                Xml.element("OutputKey", output.getKey()),
                                Xml.element("OutputValue", output.getValue()),
                                description(described.path(output.getKey())))))
                .toList();
        return Xml.parent(
                "member",
                List.of(
                        Xml.element("StackId", deployed.stack().id()),
                        Xml.element("StackName", deployed.stack().name()),
                        description(deployed.template().json()),
                        Xml.element("CreationTime", deployed.created().toString()),
                        Xml.element("StackStatus", STATUS),
                        Xml.element("DisableRollback", "false"),
                        Xml.element("EnableTerminationProtection", "false"),
                        Xml.parent("DriftInformation", List.of(Xml.element("StackDriftStatus", "NOT_CHECKED"))),
                        Xml.parent("RollbackConfiguration", List.of()),
                        Xml.parent("NotificationARNs", List.of()),
                        Xml.parent("Tags", List.of()),
                        Xml.parent("Outputs", outputs)));
    }

    private static String description(JsonNode described) {
        JsonNode text = described.path("Description");
        return text.isTextual() ? Xml.element("Description", text.textValue()) : "";
    }
}
