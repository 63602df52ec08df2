package booth.local.ai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Titan Image Generator's and Nova Canvas's OUTPAINTING, where black of the mask is kept and white painted anew, and
 * their TEXT_IMAGE.
 */
final class TitanDialect implements Dialect {
    static final int MAX_PROMPT = 512;
    private static final long MAX_SEED = 2_147_483_646L;
    private static final Set<String> OF_ALL_TASKS = Set.of("numberOfImages", "quality", "cfgScale", "seed");

    @Override
    public Order read(JsonNode json, Function<byte[], BufferedImage> frames) {
        Body body = new Body(json, "#")
                .only(Set.of("taskType", "outPaintingParams", "textToImageParams", "imageGenerationConfig"));
        if (!body.has("taskType")) throw body.wrong("required key [taskType] not found");
        String task = body.text("taskType", Set.of("OUTPAINTING", "TEXT_IMAGE"), "");
        Body config = body.has("imageGenerationConfig")
                ? body.child("imageGenerationConfig")
                : new Body(JsonNodeFactory.instance.objectNode(), "#/imageGenerationConfig");
        config.text("quality", Set.of("standard", "premium"), "standard");
        config.number("cfgScale", 1.1, 10, 8);
        if (task.equals("OUTPAINTING")) return outpainting(body, config.only(OF_ALL_TASKS), frames);
        return TitanText.order(body, config, seed(config), pictures(config));
    }

    private static Order outpainting(Body body, Body config, Function<byte[], BufferedImage> frames) {
        if (body.has("textToImageParams")) throw body.wrong("textToImageParams belong to TEXT_IMAGE");
        Body painting = body.child("outPaintingParams")
                .only(Set.of("text", "negativeText", "image", "maskImage", "outPaintingMode"));
        painting.text("outPaintingMode", Set.of("DEFAULT", "PRECISE"), "DEFAULT");
        if (painting.has("negativeText")) painting.text("negativeText", MAX_PROMPT);
        String prompt = prompt(painting);
        byte[] image = painting.bytes("image");
        BufferedImage frame = painting.image("image", image, frames);
        return new EditOrder(
                image,
                frame,
                painting.mask("maskImage", frame),
                prompt,
                seed(config),
                pictures(config),
                Order.Format.PNG);
    }

    static String prompt(Body params) {
        String prompt = params.text("text", MAX_PROMPT);
        if (prompt.isEmpty()) throw params.wrong("text, expected minLength: 1, actual: 0");
        return prompt;
    }

    private static long seed(Body config) {
        return config.integer("seed", 0, MAX_SEED, 42);
    }

    private static int pictures(Body config) {
        return (int) config.integer("numberOfImages", 1, 5, 1);
    }

    @Override
    public JsonNode answer(Order order, List<byte[]> pictures) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode images = answer.putArray("images");
        pictures.forEach(images::add);
        return answer.putNull("error");
    }

    @Override
    public JsonNode filtered(Order order) {
        throw Body.invalid(
                "This request has been blocked by our content filters. Our filters automatically flagged this"
                        + " prompt because it may conflict our AUP or AWS Responsible AI Policy. Please adjust your text"
                        + " prompt to submit a new request.");
    }
}
