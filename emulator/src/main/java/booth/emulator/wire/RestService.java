package booth.emulator.wire;

import io.javalin.config.RoutesConfig;

/**
 * A service of the AWS REST protocols: paths and methods of its own. Its handlers may throw {@link ServiceError}, which
 * is answered as {@code x-amzn-errortype} with a JSON message.
 */
public interface RestService {
    /** Adds the service's routes; called once, before the server starts. */
    void routes(RoutesConfig routes);
}
