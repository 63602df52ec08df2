package booth.monster;

import booth.core.LoadingCache;
import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.net.URL;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The drawings of the masks, {@code masks/<id>.svg}: {@value #WIDTH} units wide, which is from ear to ear, and
 * {@value #HEIGHT} high, the line of the eyes in the middle. They are painted at the size at which they are worn, a
 * step of a ladder above it at most, and kept.
 */
final class Art {
    static final int WIDTH = 1024;
    static final int HEIGHT = 1792;

    /** Widths they are painted at; a frame is not wider than the last. */
    private static final int[] LADDER = {64, 96, 128, 192, 256, 384, 512, 768, 1024};

    /** The largest takes 7 MB, that of a group photo 100 KB. */
    private static final int KEPT = 24;

    private record Key(String id, int width) {}

    private final Map<String, SVGDocument> drawings = new ConcurrentHashMap<>();
    private final LoadingCache<Key, Raster> rasters = new LoadingCache<>(KEPT);

    /** @param width pixels at which it is worn */
    Raster of(String id, double width) {
        int step = step(width);
        return rasters.get(new Key(id, step), () -> paint(drawing(id), step));
    }

    static int step(double width) {
        for (int step : LADDER) if (step >= width) return step;
        return LADDER[LADDER.length - 1];
    }

    private SVGDocument drawing(String id) {
        return drawings.computeIfAbsent(id, Art::load);
    }

    private static SVGDocument load(String id) {
        URL file = Art.class.getResource("masks/" + id + ".svg");
        if (file == null) throw new IllegalStateException("There is no drawing masks/" + id + ".svg.");
        SVGDocument drawing = new SVGLoader().load(file);
        if (drawing == null) throw new IllegalStateException("The drawing masks/" + id + ".svg cannot be read.");
        return drawing;
    }

    private static Raster paint(SVGDocument drawing, int width) {
        int height = width * HEIGHT / WIDTH;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        drawing.render(null, canvas, new ViewBox(width, height));
        canvas.dispose();
        return new Raster(image);
    }
}
