package booth.emulator.template.types;

import booth.emulator.account.Account;
import booth.emulator.template.Deployable;
import booth.emulator.template.Phase;
import booth.emulator.template.Plan;
import booth.emulator.template.Properties;
import booth.emulator.template.Referent;
import booth.emulator.template.Schema;
import booth.emulator.template.Services;
import booth.emulator.template.StackResource;
import booth.emulator.wire.JsonService;
import booth.emulator.wire.ServiceError;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A state machine; one that an earlier run made gets the definition of the template. */
final class StepFunctionsStateMachine implements Deployable {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z0-9_]+)}");

    private static final Schema SCHEMA = Schema.of("AWS::StepFunctions::StateMachine")
            .named("StateMachineName")
            .honours(
                    "StateMachineType",
                    "Definition",
                    "DefinitionString",
                    "DefinitionS3Location",
                    "DefinitionSubstitutions")
            .passesOver(Reasons.NO_IDENTITIES, "RoleArn")
            .passesOver(Reasons.NO_ENCRYPTION, "EncryptionConfiguration")
            .passesOver(Reasons.NO_OPERATIONS, "LoggingConfiguration", "TracingConfiguration", "Tags")
            .ref(StepFunctionsStateMachine::arn)
            .attribute("Arn", StepFunctionsStateMachine::arn)
            .attribute("Name", Referent::name)
            .build();

    private static String arn(Referent machine) {
        return arn(machine.stack().account(), machine.name());
    }

    private static String arn(Account account, String name) {
        return account.arn("states", "stateMachine:" + name);
    }

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public Phase phase(StackResource machine) {
        return Phase.WORKFLOWS;
    }

    @Override
    public void deploy(StackResource machine, Plan plan, Services services) {
        JsonService states = services.states();
        Account account = plan.stack().account();
        ObjectNode request = JsonNodeFactory.instance
                .objectNode()
                .put("name", machine.name())
                .put("definition", definition(machine.properties(), plan))
                .put("roleArn", IamRole.arn(account, machine.name()));
        try {
            states.call("CreateStateMachine", request);
        } catch (ServiceError e) {
            if (!e.code().equals("StateMachineAlreadyExists")) throw e;
            request.remove("name");
            states.call("UpdateStateMachine", request.put("stateMachineArn", arn(account, machine.name())));
        }
    }

    private static String definition(Properties machine, Plan plan) {
        if (!machine.text("StateMachineType").orElse("STANDARD").equals("STANDARD"))
            throw machine.unsupported("StateMachineType", "only STANDARD workflows run here");
        String definition = machine.text("DefinitionString")
                .or(() -> machine.node("Definition").map(Object::toString))
                .or(() -> machine.inside("DefinitionS3Location", location -> {
                    location.need("Bucket");
                    return read(plan.asset(location.need("Key")));
                }))
                .orElseThrow(() -> machine.unsupported("DefinitionString", "it is missing"));
        return substituted(definition, machine);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The definition " + file + " cannot be read", e);
        }
    }

    private static String substituted(String definition, Properties machine) {
        Map<String, String> values = machine.map("DefinitionSubstitutions");
        return PLACEHOLDER.matcher(definition).replaceAll(found -> {
            String value = values.get(found.group(1));
            if (value == null)
                throw machine.unsupported("DefinitionSubstitutions", "there is no value for " + found.group());
            return Matcher.quoteReplacement(value);
        });
    }
}
