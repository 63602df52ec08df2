package booth.local;

import booth.api.ApiHandler;
import booth.core.function.TaskContext;
import booth.detect.DetectHandler;
import booth.emulator.lambda.Caller;
import booth.emulator.lambda.Concurrency;
import booth.garden.api.GardenApiHandler;
import booth.mergemask.MergeMaskHandler;
import booth.segment.SegmentHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * How many photos this machine works on at once, and whose turn it is where more come. Booths take turns in the line
 * before each function, so that a booth with one guest does not wait for the crowd of another; the photos of a booth go
 * in the order they came.
 */
final class Crowds {
    private static final int STANDARD = 10;
    /** {@code POST /photo}, as {@code /text2image}, answers when the picture is there and waits in its sandbox meanwhile. */
    private static final int API = 100;

    private Crowds() {}

    /** @param processors SAM keeps two busy, opening a photo or a mask one */
    static Concurrency on(int processors) {
        return new Concurrency(
                STANDARD,
                Map.of(
                        DetectHandler.class.getName(), processors,
                        SegmentHandler.class.getName(), Math.max(1, processors / 2),
                        MergeMaskHandler.class.getName(), processors,
                        ApiHandler.class.getName(), API,
                        GardenApiHandler.class.getName(), API),
                Crowds::caller);
    }

    static Caller caller(JsonNode payload) {
        return TaskContext.in(payload)
                .map(task -> new Caller(task.booth().orElse(""), task.started().orElse("")))
                .orElse(Caller.NOBODY);
    }
}
