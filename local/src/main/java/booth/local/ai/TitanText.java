package booth.local.ai;

import java.util.Set;

/**
 * The TEXT_IMAGE task of {@link TitanDialect}. Sizes are a superset of AWS's: Titan takes some two dozen pairs from
 * 320×704 to 1408×640, 1173×640 among them, and Nova Canvas multiples of 16; here it is every multiple of 8 that the
 * painter paints, so that a garden's 1280×800 and 1024×600 are among them, and 1173×640.
 */
final class TitanText {
    private static final int USUAL_SIDE = 1024;
    private static final int ODD_WIDTH = 1173;
    private static final int ODD_HEIGHT = 640;

    private TitanText() {}

    static Order order(Body body, Body config, long seed, int pictures) {
        if (body.has("outPaintingParams")) throw body.wrong("outPaintingParams belong to OUTPAINTING");
        config.only(Set.of("numberOfImages", "quality", "cfgScale", "seed", "width", "height"));
        Body painting = body.child("textToImageParams").only(Set.of("text", "negativeText"));
        String negative = painting.has("negativeText") ? painting.text("negativeText", TitanDialect.MAX_PROMPT) : "";
        int width = (int) config.integer("width", 0, Integer.MAX_VALUE, USUAL_SIDE);
        int height = (int) config.integer("height", 0, Integer.MAX_VALUE, USUAL_SIDE);
        boolean odd = width == ODD_WIDTH && height == ODD_HEIGHT;
        if (!odd && !(GardenSize.fits(width) && GardenSize.fits(height)))
            throw config.wrong("a picture of " + width + "×" + height + " pixels is not supported; " + GardenSize.RULE);
        return new TextOrder(TitanDialect.prompt(painting), negative, width, height, seed, pictures, Order.Format.PNG);
    }
}
