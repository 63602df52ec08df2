package booth.emulator.template;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One resource as the template has it.
 *
 * @param id logical id
 * @param type {@code AWS::SQS::Queue}
 * @param properties an object; intrinsic functions in it are not resolved yet
 */
record Resource(String id, String type, JsonNode properties) {}
