package booth.local;

import booth.local.wire.JsonService;
import booth.local.wire.RestService;
import java.util.List;

/** The services that stand for AWS's models: Rekognition, SageMaker and Bedrock. They may load what they need lazily. */
public record Models(List<JsonService> json, List<RestService> rest) {
    /** A cloud that sees nothing and paints nothing. */
    public static final Models NONE = new Models(List.of(), List.of());

    public Models {
        json = List.copyOf(json);
        rest = List.copyOf(rest);
    }
}
