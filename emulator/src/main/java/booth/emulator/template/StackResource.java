package booth.emulator.template;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One resource of a stack, everything about it computed.
 *
 * @param id logical id
 * @param name physical name
 * @param json its properties, no intrinsic function left in them
 */
public record StackResource(String id, ResourceType type, String name, JsonNode json) {
    /** A reader of the properties; what may be among them is the {@link Schema}'s to say. */
    public Properties properties() {
        return Properties.of(this);
    }
}
