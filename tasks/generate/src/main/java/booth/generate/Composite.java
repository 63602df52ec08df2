package booth.generate;

import booth.core.Primed;
import booth.core.image.ImageBytes;
import booth.core.image.Mask;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Lays the kept part of a frame over what a model painted, whatever the model did to it: under the mask every pixel is
 * the guest's own. The seam is softened over two pixels outside the mask, never inside it.
 */
final class Composite {
    private static final int FEATHER = 2;

    /** A place near a kept pixel and how much of the frame shines through there. */
    private record Neighbour(int dx, int dy, float share) {
        static Neighbour at(int dx, int dy) {
            return new Neighbour(dx, dy, (float) (1 - Math.hypot(dx, dy) / (FEATHER + 1)));
        }
    }

    private static final List<Neighbour> NEIGHBOURS = IntStream.rangeClosed(-FEATHER, FEATHER)
            .boxed()
            .flatMap(dy -> IntStream.rangeClosed(-FEATHER, FEATHER).mapToObj(dx -> Neighbour.at(dx, dy)))
            .filter(neighbour -> neighbour.share() > 0 && neighbour.share() < 1)
            .toList();

    private Composite() {}

    /** Composes a small picture. */
    static final class Prime implements Primed {
        private static final int SIDE = 64;

        @Override
        public void prime() {
            BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
            Mask mask = new Mask(SIDE, SIDE);
            mask.keep(SIDE / 2, SIDE / 2);
            of(picture, mask, picture);
        }
    }

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
        float[] shares = shares(mask);
        for (int i = 0; i < world.length; i++) world[i] = mix(guests[i], world[i], shares[i]);
        return result;
    }

    /** How much of the frame is seen at each pixel: 1 under the mask, fading outside, 0 beyond. */
    private static float[] shares(Mask mask) {
        float[] shares = new float[mask.width() * mask.height()];
        for (int y = 0; y < mask.height(); y++)
            for (int x = 0; x < mask.width(); x++)
                if (mask.kept(x, y)) {
                    shares[y * mask.width() + x] = 1;
                    if (onTheEdge(mask, x, y)) fade(mask, x, y, shares);
                }
        return shares;
    }

    /** Only from here does anything fade: of all kept pixels the one nearest to a pixel outside is always such a one. */
    private static boolean onTheEdge(Mask mask, int x, int y) {
        return (x > 0 && !mask.kept(x - 1, y))
                || (x < mask.width() - 1 && !mask.kept(x + 1, y))
                || (y > 0 && !mask.kept(x, y - 1))
                || (y < mask.height() - 1 && !mask.kept(x, y + 1));
    }

    private static void fade(Mask mask, int x, int y, float[] shares) {
        for (Neighbour near : NEIGHBOURS) {
            int nx = x + near.dx();
            int ny = y + near.dy();
            if (nx < 0 || ny < 0 || nx >= mask.width() || ny >= mask.height()) continue;
            int i = ny * mask.width() + nx;
            shares[i] = Math.max(shares[i], near.share());
        }
    }

    private static int mix(int a, int b, float share) {
        if (share == 1) return a;
        if (share == 0) return b;
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8)
            mixed |= Math.round((a >> shift & 0xff) * share + (b >> shift & 0xff) * (1 - share)) << shift;
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
