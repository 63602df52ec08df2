package booth.emulator;

import booth.emulator.wire.PublicService;
import java.util.Set;

/** Stands before the template's HTTP API, for instance with pages: it may answer requests itself and hands on the others. */
@FunctionalInterface
public interface Front {
    /** The API alone. */
    Front NONE = (api, cloud) -> api;

    /** @param cloud whose start is still under way: its outputs and endpoints are known when the first request comes */
    PublicService before(PublicService api, EmbeddedCloud cloud);

    /** Names of system properties by which clients in this JVM find it, as they find AWS by {@code aws.endpointUrl}. */
    default Set<String> endpointProperties() {
        return Set.of();
    }
}
