package booth.emulator.template;

import booth.emulator.account.Account;
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

/** Makes state machines, or brings those of an earlier run up to date. */
final class WorkflowDeployment {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z0-9_]+)}");

    private final JsonService states;
    private final Account account;

    WorkflowDeployment(JsonService states, Account account) {
        this.states = states;
        this.account = account;
    }

    void deploy(Resource machine, String name, Path assets) {
        Properties properties = Properties.of(machine);
        if (!properties.text("StateMachineType").orElse("STANDARD").equals("STANDARD"))
            throw properties.unsupported("StateMachineType", "only STANDARD workflows run here");
        String definition = substituted(definition(properties, assets), properties);
        ObjectNode request = JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("definition", definition)
                .put("roleArn", "arn:aws:iam::" + account.id() + ":role/" + name);
        try {
            states.call("CreateStateMachine", request);
        } catch (ServiceError e) {
            if (!e.code().equals("StateMachineAlreadyExists")) throw e;
            request.remove("name");
            states.call(
                    "UpdateStateMachine",
                    request.put("stateMachineArn", account.arn("states", "stateMachine:" + name)));
        }
    }

    private static String definition(Properties properties, Path assets) {
        return properties
                .text("DefinitionString")
                .or(() -> properties.node("Definition").map(Object::toString))
                .or(() -> properties.inside("DefinitionS3Location", location -> {
                    location.need("Bucket");
                    return asset(assets.resolve("asset." + location.need("Key")));
                }))
                .orElseThrow(() -> properties.unsupported("DefinitionString", "it is missing"));
    }

    private static String asset(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The definition " + file + " cannot be read", e);
        }
    }

    private static String substituted(String definition, Properties properties) {
        Map<String, String> values = properties.map("DefinitionSubstitutions");
        return PLACEHOLDER.matcher(definition).replaceAll(found -> {
            String value = values.get(found.group(1));
            if (value == null)
                throw properties.unsupported("DefinitionSubstitutions", "there is no value for " + found.group());
            return Matcher.quoteReplacement(value);
        });
    }
}
