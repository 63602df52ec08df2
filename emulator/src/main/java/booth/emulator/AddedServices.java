package booth.emulator;

import booth.emulator.wire.JsonService;
import booth.emulator.wire.RestService;
import java.util.List;

/** Services of AWS that the emulator does not have itself, models for instance. They may load what they need lazily. */
public record AddedServices(List<JsonService> json, List<RestService> rest) {
    /** None. */
    public static final AddedServices NONE = new AddedServices(List.of(), List.of());

    public AddedServices {
        json = List.copyOf(json);
        rest = List.copyOf(rest);
    }
}
