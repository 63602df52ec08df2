package booth.local.ai;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Stability's text-to-image models (Stable Image Core and Ultra, SD 3.5): no sizes but proportions, of about a
 * megapixel.
 */
final class StabilityText {
    private static final Map<String, Size> SIZES = new TreeMap<>(Map.of(
            "16:9", new Size(1344, 768),
            "1:1", new Size(1024, 1024),
            "21:9", new Size(1536, 640),
            "2:3", new Size(832, 1216),
            "3:2", new Size(1216, 832),
            "4:5", new Size(896, 1088),
            "5:4", new Size(1088, 896),
            "9:16", new Size(768, 1344),
            "9:21", new Size(640, 1536)));

    private record Size(int width, int height) {}

    private StabilityText() {}

    /** Whether the model paints from words alone. */
    static boolean is(String modelId) {
        return modelId.contains("stable-image-core")
                || modelId.contains("stable-image-ultra")
                || modelId.contains("stability.sd3");
    }

    static Order order(JsonNode json) {
        Body body = new Body(json, "#")
                .only(Set.of("prompt", "negative_prompt", "aspect_ratio", "seed", "output_format", "mode"));
        body.text("mode", Set.of("text-to-image"), "text-to-image");
        String prompt = body.text("prompt", StabilityDialect.MAX_PROMPT);
        if (prompt.isEmpty()) throw body.wrong("prompt, expected minLength: 1, actual: 0");
        String negative = body.has("negative_prompt") ? body.text("negative_prompt", StabilityDialect.MAX_PROMPT) : "";
        Size size = Objects.requireNonNull(SIZES.get(body.text("aspect_ratio", SIZES.keySet(), "1:1")));
        String format = body.text("output_format", Set.of("png", "jpeg"), "png");
        return new TextOrder(
                prompt,
                negative,
                size.width(),
                size.height(),
                body.integer("seed", 0, StabilityDialect.MAX_SEED, 0),
                1,
                Order.Format.valueOf(format.toUpperCase(Locale.ROOT)));
    }
}
