package booth.generate;

import booth.core.Json;
import booth.generate.TextToImageModel.Wish;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The request {@code TEXT_IMAGE} of Titan Image Generator, which Nova Canvas spoke too. It takes certain sizes only; of
 * those of the nearest proportion the smallest that holds what is wanted, or else the largest, so that nobody pays for
 * pixels that are scaled away.
 */
final class TitanTextDialect implements TextDialect {
    private record Request(
            String taskType, TextToImageParams textToImageParams, ImageGenerationConfig imageGenerationConfig) {}

    private record TextToImageParams(String text, Optional<String> negativeText) {}

    private record ImageGenerationConfig(
            int numberOfImages, String quality, double cfgScale, int width, int height, long seed) {}

    private record Size(int width, int height) implements Offer {
        /** The Bedrock user guide's "Amazon Titan Image Generator models": those of quality premium and standard. */
        private static final List<Size> ALL = List.of(
                new Size(1024, 1024),
                new Size(768, 768),
                new Size(512, 512),
                new Size(768, 1152),
                new Size(384, 576),
                new Size(1152, 768),
                new Size(576, 384),
                new Size(768, 1280),
                new Size(384, 640),
                new Size(1280, 768),
                new Size(640, 384),
                new Size(896, 1152),
                new Size(448, 576),
                new Size(1152, 896),
                new Size(576, 448),
                new Size(768, 1408),
                new Size(384, 704),
                new Size(1408, 768),
                new Size(704, 384),
                new Size(640, 1408),
                new Size(320, 704),
                new Size(1408, 640),
                new Size(704, 320),
                new Size(1152, 640),
                new Size(1173, 640));

        @Override
        public double proportion() {
            return (double) width / height;
        }

        boolean holds(Wish wish) {
            return width >= wish.width() && height >= wish.height();
        }
    }

    private final Style style;

    TitanTextDialect(Style style) {
        this.style = style;
    }

    @Override
    public byte[] request(Wish wish) {
        List<Size> nearest = TextDialect.nearest(Size.ALL.stream(), wish).toList();
        Size size = nearest.stream()
                .filter(offer -> offer.holds(wish))
                .min(Comparator.comparingInt(Size::width))
                .or(() -> nearest.stream().max(Comparator.comparingInt(Size::width)))
                .orElseThrow();
        return Json.bytes(new Request(
                "TEXT_IMAGE",
                new TextToImageParams(wish.prompt(), wish.negativeText()),
                new ImageGenerationConfig(
                        1, style.quality(), style.cfgScale(), size.width(), size.height(), wish.seed())));
    }

    @Override
    public byte[] picture(JsonNode answer) {
        return TitanDialect.unlessWithheld(answer);
    }
}
