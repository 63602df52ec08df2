package booth.local.ai;

import booth.emulator.wire.ServiceError;
import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Function;

/** How one family of image models is spoken to. */
interface Dialect {
    /**
     * Reads a request.
     *
     * @param frames decodes the picture that is to be painted on
     * @throws ServiceError ValidationException naming the field that is wrong
     */
    Order read(JsonNode body, Function<byte[], BufferedImage> frames);

    /** @param pictures the painted ones, encoded, in the order of their seeds */
    JsonNode answer(Order order, List<byte[]> pictures);

    /**
     * The answer where the content filter withholds the picture.
     *
     * @throws ServiceError in dialects where that is an error
     */
    JsonNode filtered(Order order);

    /** @throws ServiceError ValidationException for a model nobody here plays */
    static Dialect of(String modelId) {
        if (modelId.contains("stability.")) return new StabilityDialect(StabilityText.is(modelId));
        if (modelId.contains("titan-image") || modelId.contains("nova-canvas")) return new TitanDialect();
        throw Body.invalid("The provided model identifier is invalid: " + modelId
                + "; known are titan-image, nova-canvas and stability models.");
    }
}
