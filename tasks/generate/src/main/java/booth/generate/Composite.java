package booth.generate;

import booth.core.ImageBytes;
import booth.core.Mask;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Lays the kept part of a frame over what a model painted, whatever the model did to it: under the mask every pixel is
 * the guest's own. The seam is softened over two pixels outside the mask, never inside it.
 */
final class Composite {
    private static final int FEATHER = 2;

    /** A place near a pixel and how much of the frame shines through there when that place is kept. */
    private record Neighbour(int dx, int dy, double share) {
        static Neighbour at(int dx, int dy) {
            return new Neighbour(dx, dy, 1 - Math.hypot(dx, dy) / (FEATHER + 1));
        }
    }

    /** The nearest first, so that the first kept one decides. */
    private static final List<Neighbour> NEIGHBOURS = IntStream.rangeClosed(-FEATHER, FEATHER)
            .boxed()
            .flatMap(dy -> IntStream.rangeClosed(-FEATHER, FEATHER).mapToObj(dx -> Neighbour.at(dx, dy)))
            .filter(neighbour -> neighbour.share() > 0 && neighbour.share() < 1)
            .sorted(Comparator.comparingDouble(Neighbour::share).reversed())
            .toList();

    private Composite() {}

    /**
     * @param painted of any size; scaled to the frame's
     * @return TYPE_INT_RGB of the frame's size
     * @throws IllegalArgumentException when the mask is not of the frame's size
     */
    static BufferedImage of(BufferedImage frame, Mask mask, BufferedImage painted) {
        if (mask.width() != frame.getWidth() || mask.height() != frame.getHeight())
            throw new IllegalArgumentException(mask + " does not fit a frame of " + frame.getWidth() + "×"
                    + frame.getHeight() + "; both must come from the same photo.");
        BufferedImage result = scaled(painted, frame.getWidth(), frame.getHeight());
        int[] guests = pixels(ImageBytes.rgb(frame));
        int[] world = pixels(result);
        for (int y = 0, i = 0; y < mask.height(); y++)
            for (int x = 0; x < mask.width(); x++, i++)
                world[i] = mask.kept(x, y) ? guests[i] : mix(guests[i], world[i], share(mask, x, y));
        return result;
    }

    private static double share(Mask mask, int x, int y) {
        for (Neighbour near : NEIGHBOURS) {
            int nx = x + near.dx();
            int ny = y + near.dy();
            if (nx >= 0 && ny >= 0 && nx < mask.width() && ny < mask.height() && mask.kept(nx, ny)) return near.share();
        }
        return 0;
    }

    private static int mix(int a, int b, double share) {
        if (share == 0) return b;
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8)
            mixed |= (int) Math.round((a >> shift & 0xff) * share + (b >> shift & 0xff) * (1 - share)) << shift;
        return mixed;
    }

    /** Always a copy: the caller's picture stays as it is. */
    private static BufferedImage scaled(BufferedImage image, int width, int height) {
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = scaled.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        canvas.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        canvas.dispose();
        return scaled;
    }

    private static int[] pixels(BufferedImage rgb) {
        return ((DataBufferInt) rgb.getRaster().getDataBuffer()).getData();
    }
}
