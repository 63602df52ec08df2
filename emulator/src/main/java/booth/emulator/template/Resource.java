package booth.emulator.template;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One resource of a template.
 *
 * @param id logical id
 * @param properties an object; intrinsic functions in it are not resolved yet
 */
record Resource(String id, String type, JsonNode properties) {}
