package booth.core.function;

import com.amazonaws.services.lambda.runtime.Context;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;

/** A Lambda context for handlers that do not look at it; one that does fails. */
public final class NoContext {
    private NoContext() {}

    public static Context get() {
        return answering(Map.of());
    }

    /** For handlers that ask nothing but how much time they have. */
    public static Context withTimeLeft(Duration left) {
        return answering(Map.of("getRemainingTimeInMillis", (int) left.toMillis()));
    }

    private static Context answering(Map<String, Object> answers) {
        return (Context) Proxy.newProxyInstance(
                NoContext.class.getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, arguments) -> {
                    Object answer = answers.get(method.getName());
                    if (answer != null) return answer;
                    throw new UnsupportedOperationException("A test's Lambda context has no " + method.getName());
                });
    }
}
