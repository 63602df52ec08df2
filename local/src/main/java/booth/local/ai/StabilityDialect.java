package booth.local.ai;

import booth.core.image.Mask;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/**
 * Stability's inpainting, where black of the mask is kept, white painted anew, and {@code grow_mask} pixels around it
 * too; and the models that paint from words alone, which answer alike.
 */
final class StabilityDialect implements Dialect {
    static final int MAX_PROMPT = 10_000;
    static final long MAX_SEED = 4_294_967_294L;
    private static final int MAX_GROWTH = 20;
    private static final int DEFAULT_GROWTH = 5;
    private static final int MIN_SIDE = 64;
    private static final int MAX_PIXELS = 9_437_184;
    private final boolean ofWords;

    /** @param ofWords whether the model paints from words alone */
    StabilityDialect(boolean ofWords) {
        this.ofWords = ofWords;
    }

    @Override
    public Order read(JsonNode json, Function<byte[], BufferedImage> frames) {
        if (ofWords) return StabilityText.order(json);
        Body body = new Body(json, "#")
                .only(Set.of("image", "mask", "prompt", "negative_prompt", "seed", "grow_mask", "output_format"));
        if (body.has("negative_prompt")) body.text("negative_prompt", MAX_PROMPT);
        String prompt = body.text("prompt", MAX_PROMPT);
        byte[] image = body.bytes("image");
        BufferedImage frame = body.image("image", image, frames);
        demandSize(body, frame);
        Mask kept = body.mask("mask", frame);
        int growth = (int) body.integer("grow_mask", 0, MAX_GROWTH, DEFAULT_GROWTH);
        String format = body.text("output_format", Set.of("png", "jpeg"), "png");
        return new EditOrder(
                image,
                frame,
                shrunk(kept, growth),
                prompt,
                body.integer("seed", 0, MAX_SEED, 0),
                1,
                Order.Format.valueOf(format.toUpperCase(Locale.ROOT)));
    }

    private static void demandSize(Body body, BufferedImage frame) {
        int width = frame.getWidth();
        int height = frame.getHeight();
        if (width < MIN_SIDE || height < MIN_SIDE || width * height > MAX_PIXELS)
            throw body.wrong("image of " + width + "×" + height + " pixels; sides of at least 64 and at most "
                    + MAX_PIXELS + " pixels are taken");
    }

    /** What is kept where the edited part grows: first along rows, then along columns. */
    private static Mask shrunk(Mask kept, int growth) {
        if (growth == 0) return kept;
        Mask rows = new Mask(kept.width(), kept.height());
        Mask shrunk = new Mask(kept.width(), kept.height());
        for (int y = 0; y < kept.height(); y++)
            for (int x = 0; x < kept.width(); x++) if (keptAlong(kept, x, y, growth, 1, 0)) rows.keep(x, y);
        for (int y = 0; y < kept.height(); y++)
            for (int x = 0; x < kept.width(); x++) if (keptAlong(rows, x, y, growth, 0, 1)) shrunk.keep(x, y);
        return shrunk;
    }

    private static boolean keptAlong(Mask mask, int x, int y, int reach, int dx, int dy) {
        for (int step = -reach; step <= reach; step++) {
            int column = Math.max(0, Math.min(mask.width() - 1, x + step * dx));
            int row = Math.max(0, Math.min(mask.height() - 1, y + step * dy));
            if (!mask.kept(column, row)) return false;
        }
        return true;
    }

    @Override
    public JsonNode answer(Order order, List<byte[]> pictures) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putArray("seeds").add(order.seed());
        answer.putArray("finish_reasons").addNull();
        ArrayNode images = answer.putArray("images");
        pictures.forEach(images::add);
        return answer;
    }

    /** HTTP 200, with a reason in place of a picture. */
    @Override
    public JsonNode filtered(Order order) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putArray("seeds").add(order.seed());
        answer.putArray("finish_reasons").add("Filter reason: prompt");
        answer.putArray("images");
        return answer;
    }
}
