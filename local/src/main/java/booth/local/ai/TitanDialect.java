package booth.local.ai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Titan Image Generator's and Nova Canvas's OUTPAINTING: black of the mask is kept, white painted anew. */
final class TitanDialect implements Dialect {
    private static final int MAX_PROMPT = 512;
    private static final long MAX_SEED = 2_147_483_646L;

    @Override
    public Order read(JsonNode json, Function<byte[], BufferedImage> frames) {
        Body body = new Body(json, "#").only(Set.of("taskType", "outPaintingParams", "imageGenerationConfig"));
        if (!body.has("taskType")) throw body.wrong("required key [taskType] not found");
        body.text("taskType", Set.of("OUTPAINTING"), "");
        Body painting = body.child("outPaintingParams")
                .only(Set.of("text", "negativeText", "image", "maskImage", "outPaintingMode"));
        Body config = body.has("imageGenerationConfig")
                ? body.child("imageGenerationConfig")
                : new Body(JsonNodeFactory.instance.objectNode(), "#/imageGenerationConfig");
        config.only(Set.of("numberOfImages", "quality", "cfgScale", "seed"));
        config.text("quality", Set.of("standard", "premium"), "standard");
        config.number("cfgScale", 1.1, 10, 8);
        painting.text("outPaintingMode", Set.of("DEFAULT", "PRECISE"), "DEFAULT");
        if (painting.has("negativeText")) painting.text("negativeText", MAX_PROMPT);
        return order(painting, config, frames);
    }

    private static Order order(Body painting, Body config, Function<byte[], BufferedImage> frames) {
        String prompt = painting.text("text", MAX_PROMPT);
        if (prompt.isEmpty()) throw painting.wrong("text, expected minLength: 1, actual: 0");
        byte[] image = painting.bytes("image");
        BufferedImage frame = painting.image("image", image, frames);
        return new Order(
                image,
                frame,
                painting.mask("maskImage", frame),
                prompt,
                config.integer("seed", 0, MAX_SEED, 42),
                (int) config.integer("numberOfImages", 1, 5, 1),
                Order.Format.PNG);
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
