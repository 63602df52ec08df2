package booth.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/**
 * One attempt of a Task state.
 *
 * @param resource the state's {@code Resource}, an ARN, as the definition has it
 * @param arguments the evaluated {@code Arguments}, or the state's input where there are none
 * @param taskToken for {@code .waitForTaskToken} resources, what the worker must answer with
 * @param executionArn whose task it is
 * @param stateName the Task state
 * @param retryCount 0 for the first attempt of the state
 * @param timeout the evaluated {@code TimeoutSeconds}, after which nobody waits for the result any more
 * @param credentials the evaluated {@code Credentials}
 */
public record TaskRequest(
        String resource,
        JsonNode arguments,
        Optional<String> taskToken,
        String executionArn,
        String stateName,
        int retryCount,
        Optional<Duration> timeout,
        Optional<JsonNode> credentials) {}
