package booth.cli.stack;

import booth.cli.terminal.CommandFailed;
import booth.core.Json;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Output;

/** A stack that runs elsewhere; it was running before us and goes on. */
record DeployedStack(String name, Map<String, String> outputs, AwsConnection connection) implements Stack {
    private static final String PROPERTIES = "SdkProperties";

    /**
     * Known by the file that {@code cdk deploy --outputs-file} or {@code booth up} wrote.
     *
     * @param given wins over what an embedded cloud wrote of itself
     */
    static DeployedStack of(Path outputsFile, String name, AwsConnection given) {
        try {
            Map<String, Map<String, String>> stacks =
                    Json.MAPPER.readValue(Files.readAllBytes(outputsFile), new TypeReference<>() {});
            if (!stacks.containsKey(name))
                throw new CommandFailed(outputsFile + " holds no outputs of a stack named " + name + ".");
            Map<String, String> outputs = new HashMap<>(stacks.getOrDefault(name + "Web", Map.of())); // the pages'
            outputs.putAll(stacks.getOrDefault(name, Map.of()));
            return new DeployedStack(
                    name, outputs, given.or(AwsConnection.ofProperties(stacks.getOrDefault(PROPERTIES, Map.of()))));
        } catch (IOException e) {
            throw new CommandFailed("The outputs file " + outputsFile + " cannot be read: " + e.getMessage());
        }
    }

    /** Known to CloudFormation. */
    static DeployedStack named(String name, AwsConnection connection) {
        try (CloudFormationClient stacks = connection.client("cloudformation", CloudFormationClient.builder())) {
            return new DeployedStack(
                    name,
                    stacks.describeStacks(describe -> describe.stackName(name)).stacks().stream()
                            .flatMap(found -> found.outputs().stream())
                            .collect(Collectors.toMap(Output::outputKey, Output::outputValue)),
                    connection);
        } catch (CloudFormationException e) {
            if (String.valueOf(e.getMessage()).contains("does not exist"))
                throw new CommandFailed("There is no stack " + name + " at " + connection
                        + "; name the right one with --stack, --profile and --region.");
            throw e;
        }
    }

    @Override
    public void close() {
        // not ours to stop
    }
}
