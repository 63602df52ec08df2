package booth.local.ai;

import booth.core.LoadingCache;
import booth.core.image.ImageBytes;
import booth.core.image.Mask;
import booth.painter.Painter;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Paints orders. The people of a frame are found once, however many pictures of it are ordered at a time; those whose
 * faces the mask does not keep are painted away. What it keeps counts as people too, and comes out of it with the very
 * pixels it went in with.
 */
final class Studio {
    private static final int FRAMES_REMEMBERED = 4; // 4 MB each
    private static final float JPEG_QUALITY = .95f;
    private final Painter painter = new Painter();
    private final Matte matte;
    private final LoadingCache<Digest, BufferedImage> frames = new LoadingCache<>(FRAMES_REMEMBERED);
    private final LoadingCache<Digest, People> people = new LoadingCache<>(FRAMES_REMEMBERED);

    Studio(Matte matte) {
        this.matte = matte;
    }

    /**
     * The frame in these bytes, TYPE_INT_RGB, shared: not to be drawn on.
     *
     * @throws IllegalArgumentException when they are no picture
     */
    BufferedImage frame(byte[] bytes) {
        return frames.get(Digest.of(bytes), () -> ImageBytes.rgb(ImageBytes.decode("image", bytes)));
    }

    /** The pictures, encoded. */
    List<byte[]> paint(Order order) {
        return order instanceof TextOrder words ? Gardens.paint(words) : painted((EditOrder) order);
    }

    private List<byte[]> painted(EditOrder order) {
        BufferedImage frame = order.frame();
        float[] alpha = people.get(Digest.of(order.imageBytes()), () -> matte.people(frame))
                .keptBy(order.kept());
        keep(order.kept(), alpha);
        return IntStream.range(0, order.pictures())
                .mapToObj(i -> painter.paint(frame, alpha, order.prompt(), order.seed() + i))
                .map(picture -> encoded(restored(picture, frame, order.kept()), order.format()))
                .toList();
    }

    private static void keep(Mask kept, float[] alpha) {
        for (int y = 0, i = 0; y < kept.height(); y++)
            for (int x = 0; x < kept.width(); x++, i++) if (kept.kept(x, y)) alpha[i] = 1;
    }

    private static BufferedImage restored(BufferedImage picture, BufferedImage frame, Mask kept) {
        for (int y = 0; y < kept.height(); y++)
            for (int x = 0; x < kept.width(); x++) if (kept.kept(x, y)) picture.setRGB(x, y, frame.getRGB(x, y));
        return picture;
    }

    static byte[] encoded(BufferedImage picture, Order.Format format) {
        return format == Order.Format.PNG ? ImageBytes.png(picture) : ImageBytes.jpeg(picture, JPEG_QUALITY);
    }
}
