package booth.emulator.wire;

import com.fasterxml.jackson.databind.JsonNode;

/** A service of the AWS JSON protocol (1.0 or 1.1): {@code POST /} with {@code X-Amz-Target: <target>.<action>}. */
public interface JsonService {
    /** The part of the header before the dot, {@code AWSStepFunctions}. */
    String target();

    /**
     * Carries out one operation.
     *
     * @param action the operation's name, {@code StartExecution}
     * @param input the request, always an object
     * @return the answer, an object; an empty one where the operation answers nothing
     * @throws ServiceError an error the service's model names; {@link ServiceError#unknownOperation} for an action it
     *     does not have
     */
    JsonNode call(String action, JsonNode input);
}
