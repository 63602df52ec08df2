package booth.emulator.sns;

import java.util.Map;

/**
 * A topic.
 *
 * @param attributes what was set: DisplayName and Policy, both without effect here
 */
record Topic(String arn, Map<String, String> attributes) {
    Topic {
        attributes = Map.copyOf(attributes);
    }

    String name() {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }
}
