package booth.emulator.states;

import booth.emulator.wire.ServiceError;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Creating, changing, showing and deleting machines. */
final class MachineOperations {
    private static final int MAX_ARN = 256;

    private enum Type {
        STANDARD,
        EXPRESS
    }

    private final Arns arns;
    private final Machines machines;
    private final Catalog catalog;

    MachineOperations(Arns arns, Machines machines, Catalog catalog) {
        this.arns = arns;
        this.machines = machines;
        this.catalog = catalog;
    }

    Map<String, Operation> operations() {
        return Map.of(
                "CreateStateMachine", this::create,
                "UpdateStateMachine", this::update,
                "DescribeStateMachine", this::describe,
                "DescribeStateMachineForExecution", this::describeForExecution,
                "ListStateMachines", this::list,
                "DeleteStateMachine", this::delete,
                "ValidateStateMachineDefinition", Definitions::validate);
    }

    static void refuseExpress(Request request) {
        if (request.oneOf("type", Type.class)
                .filter(type -> type == Type.EXPRESS)
                .isPresent())
            throw ServiceError.badRequest(
                    "StateMachineTypeNotSupported", "Express state machines are not supported here; use STANDARD.");
    }

    private synchronized ObjectNode create(Request request) {
        refuseWhatIsNotKept(request);
        refuseExpress(request);
        String name = Names.checked(request.text("name", Names.MAX_LENGTH));
        String role = Arns.checkedRole(request.text("roleArn", MAX_ARN));
        String definition = Definitions.checked(request.text("definition", Definitions.MAX_LENGTH));
        String arn = arns.machine(name);
        Revision first = revision(definition, role);
        Machine asked = new Machine(
                name,
                arn,
                first.updated(),
                first,
                Configurations.logging(request),
                Configurations.tracing(request),
                Tags.of(request.body().path("tags")),
                false);
        Optional<Machine> known = catalog.current(arn);
        known.ifPresent(machine -> demandSame(machine, asked));
        if (known.isEmpty()) machines.save(asked);
        Machine machine = known.orElse(asked);
        return Wire.object().put("stateMachineArn", arn).put("creationDate", Wire.seconds(machine.created()));
    }

    /** Creating the same machine twice creates it once; role and tags do not count as a difference. */
    private static void demandSame(Machine known, Machine asked) {
        if (known.deleting())
            throw ServiceError.badRequest(
                    "StateMachineDeleting", "State Machine is being deleted: '" + known.arn() + "'");
        boolean same = known.revision().definition().equals(asked.revision().definition())
                && known.logging().equals(asked.logging())
                && known.tracing().equals(asked.tracing());
        if (!same)
            throw ServiceError.badRequest(
                    "StateMachineAlreadyExists", "State Machine Already Exists: '" + known.arn() + "'");
    }

    private synchronized ObjectNode update(Request request) {
        refuseWhatIsNotKept(request);
        Machine machine = catalog.startable(request.text("stateMachineArn", MAX_ARN));
        Optional<String> definition = request.optionalText("definition", Definitions.MAX_LENGTH);
        Optional<String> role = request.optionalText("roleArn", MAX_ARN);
        boolean configuration = Configurations.named(request);
        if (definition.isEmpty() && role.isEmpty() && !configuration)
            throw ServiceError.badRequest(
                    "MissingRequiredParameter",
                    "Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified");
        definition.ifPresent(Definitions::checked);
        role.ifPresent(Arns::checkedRole);
        Revision old = machine.revision();
        Machine configured = Configurations.applied(request, machine);
        Revision revision = revision(definition.orElse(old.definition()), role.orElse(old.roleArn()));
        boolean changed = !revision.sameAs(old) || !configured.equals(machine);
        if (changed) machines.save(configured.with(revision));
        Revision now = changed ? revision : old;
        return Wire.object().put("updateDate", Wire.seconds(revision.updated())).put("revisionId", now.id());
    }

    private static Revision revision(String definition, String role) {
        return new Revision(UUID.randomUUID().toString(), definition, role, Instant.now());
    }

    private ObjectNode describe(Request request) {
        Machine machine = catalog.machine(request.text("stateMachineArn", MAX_ARN));
        Revision revision = machine.revision();
        ObjectNode answer = Wire.object()
                .put("stateMachineArn", machine.arn())
                .put("name", machine.name())
                .put("definition", shown(revision, request))
                .put("roleArn", revision.roleArn())
                .put("status", machine.deleting() ? "DELETING" : "ACTIVE")
                .put("type", Type.STANDARD.name())
                .put("creationDate", Wire.seconds(machine.created()));
        if (!revision.updated().equals(machine.created())) answer.put("revisionId", revision.id());
        return Configurations.write(machine, answer);
    }

    private static String shown(Revision revision, Request request) {
        return request.wantsData() ? revision.definition() : "{}";
    }

    private ObjectNode describeForExecution(Request request) {
        Header header = catalog.run(request.text("executionArn", MAX_ARN)).header();
        Revision revision = machines.revision(header.machineName(), header.revisionId());
        ObjectNode answer = Wire.object()
                .put("stateMachineArn", header.machineArn())
                .put("name", header.machineName())
                .put("definition", shown(revision, request))
                .put("roleArn", header.roleArn())
                .put("updateDate", Wire.seconds(revision.updated()));
        Optional<Machine> machine = machines.find(header.machineArn());
        boolean first = machine.filter(known -> known.created().equals(revision.updated()))
                .isPresent();
        if (!first) answer.put("revisionId", revision.id());
        machine.ifPresent(known -> Configurations.write(known, answer));
        return answer;
    }

    private ObjectNode list(Request request) {
        Page<Machine> page = Page.of(catalog.machines().stream(), request, Page.TOKEN, Machine::arn);
        ObjectNode answer = Wire.object();
        ArrayNode items = answer.putArray("stateMachines");
        for (Machine machine : page.items())
            items.addObject()
                    .put("stateMachineArn", machine.arn())
                    .put("name", machine.name())
                    .put("type", Type.STANDARD.name())
                    .put("creationDate", Wire.seconds(machine.created()));
        page.token().ifPresent(token -> answer.put("nextToken", token));
        return answer;
    }

    /** Succeeds also where there is nothing to delete. */
    private synchronized ObjectNode delete(Request request) {
        String arn = Arns.checkedMachine(request.text("stateMachineArn", MAX_ARN));
        catalog.current(arn).ifPresent(machine -> machines.save(machine.goingAway()));
        catalog.current(arn);
        return Wire.object();
    }

    private static void refuseWhatIsNotKept(Request request) {
        if (request.optionalText("versionDescription", MAX_ARN).isPresent() && !request.flag("publish", false))
            throw ServiceError.badRequest(
                    "ValidationException", "Version description can only be set when publish is true");
        request.refuse("publish", "Versions of state machines");
        JsonNode encryption = request.body().path("encryptionConfiguration").path("type");
        if (encryption.isTextual() && !encryption.textValue().equals("AWS_OWNED_KEY"))
            throw ServiceError.badRequest(
                    "InvalidEncryptionConfiguration", "Customer managed keys are not supported here.");
    }
}
