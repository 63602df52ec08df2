package booth.emulator.template;

import booth.emulator.account.Account;
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

    private final Account account;
    private final List<Stack> stacks = new CopyOnWriteArrayList<>();

    public Stacks(Account account) {
        this.account = account;
    }

    private record Stack(Template template, String id, Instant created, Map<String, String> outputs) {
        boolean isCalled(String nameOrId) {
            return template.stack().equals(nameOrId) || id.equals(nameOrId);
        }
    }

    /** What was deployed from this template just now. */
    public void add(Template template, Map<String, String> outputs) {
        stacks.add(new Stack(
                template,
                PhysicalNames.stackId(account, template.stack()),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                outputs));
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
                .filter(stack -> wanted.isEmpty() || stack.isCalled(wanted.get()))
                .map(Stacks::member)
                .toList();
        if (wanted.isPresent() && found.isEmpty())
            throw ServiceError.badRequest("ValidationError", "Stack with id " + wanted.get() + " does not exist");
        return Xml.parent("Stacks", found);
    }

    private static String member(Stack stack) {
        JsonNode described = stack.template().json().path("Outputs");
        List<String> outputs = stack.outputs().entrySet().stream()
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
                        Xml.element("StackId", stack.id()),
                        Xml.element("StackName", stack.template().stack()),
                        description(stack.template().json()),
                        Xml.element("CreationTime", stack.created().toString()),
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
