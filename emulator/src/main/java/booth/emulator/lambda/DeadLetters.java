package booth.emulator.lambda;

import java.util.Map;

/** Where events go that a function failed on for good. */
@FunctionalInterface
public interface DeadLetters {
    /**
     * @param queueArn the target
     * @param attributes message attributes, all strings
     */
    void send(String queueArn, String body, Map<String, String> attributes);
}
