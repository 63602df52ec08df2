package booth.painter.raster;

import booth.matting.raster.Curve;
import booth.matting.raster.Pixels;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.function.Consumer;

/** The picture being painted, in floats, so that many thin glazes leave no bands. */
public final class Canvas {
    public final int width;
    public final int height;
    /** Red, green, blue of each pixel in turn, 0..1. */
    public final float[] rgb;

    public Canvas(int width, int height) {
        this.width = width;
        this.height = height;
        rgb = new float[width * height * 3];
    }

    /** Every pixel. */
    public void wash(Pigment pigment) {
        rows(0, height, pigment);
    }

    /** The rows from (inclusive) to (exclusive), clipped to the picture. */
    public void rows(int from, int to, Pigment pigment) {
        region(0, from, width, to, pigment);
    }

    /** A rectangle, clipped to the picture; the right and bottom ends are exclusive. */
    public void region(int left, int top, int right, int bottom, Pigment pigment) {
        float[] c = new float[3];
        for (int y = Math.max(0, top); y < Math.min(height, bottom); y++) {
            for (int x = Math.max(0, left); x < Math.min(width, right); x++) {
                apply(x, y, 1, pigment, c);
            }
        }
    }

    /** Everything under a skyline given as one height (y) per column, with an antialiased edge. */
    public void below(float[] skyline, Pigment pigment) {
        below(skyline, height, pigment);
    }

    /** Only the given number of pixels under the skyline, for ground that will be painted over further down. */
    public void below(float[] skyline, float band, Pigment pigment) {
        float[] c = new float[3];
        float top = height;
        for (float y : skyline) {
            top = Math.min(top, y);
        }
        for (int y = Math.max(0, (int) top - 1); y < height; y++) {
            for (int x = 0; x < width; x++) {
                float coverage = y + 1 - skyline[x];
                if (coverage > 0 && coverage < band) {
                    apply(x, y, Math.min(1, coverage), pigment, c);
                }
            }
        }
    }

    /** The pixels that the drawing covers; draw with the colour given, its alpha is the coverage. */
    public void shapes(Consumer<Graphics2D> drawing, Pigment pigment) {
        BufferedImage stencil = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = stencil.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.WHITE);
        drawing.accept(graphics);
        graphics.dispose();
        byte[] coverage = ((DataBufferByte) stencil.getRaster().getDataBuffer()).getData();
        float[] c = new float[3];
        for (int i = 0; i < coverage.length; i++) {
            if (coverage[i] != 0) {
                apply(i % width, i / width, (coverage[i] & 255) / 255f, pigment, c);
            }
        }
    }

    /** The inside of one shape; only the pixels around it are looked at, so many small ones are cheap. */
    public void shape(Shape shape, Pigment pigment) {
        Rectangle bounds = shape.getBounds();
        bounds.grow(1, 1);
        Rectangle seen = bounds.intersection(new Rectangle(width, height));
        if (seen.isEmpty()) {
            return;
        }
        BufferedImage stencil = new BufferedImage(seen.width, seen.height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = stencil.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.translate(-seen.x, -seen.y);
        graphics.setColor(Color.WHITE);
        graphics.fill(shape);
        graphics.dispose();
        byte[] coverage = ((DataBufferByte) stencil.getRaster().getDataBuffer()).getData();
        float[] c = new float[3];
        for (int i = 0; i < coverage.length; i++) {
            if (coverage[i] != 0) {
                apply(seen.x + i % seen.width, seen.y + i / seen.width, (coverage[i] & 255) / 255f, pigment, c);
            }
        }
    }

    /** A round light that falls off smoothly to nothing at the radius. */
    public void glow(float x, float y, float radius, Rgb colour, float strength) {
        float reach = 1 / (radius * radius);
        region((int) (x - radius), (int) (y - radius), (int) (x + radius) + 2, (int) (y + radius) + 2, (px, py, c) -> {
            float dx = px - x;
            float dy = py - y;
            float near = 1 - (dx * dx + dy * dy) * reach;
            if (near > 0) {
                colour.screen(c, strength * near * near * near);
            }
        });
    }

    /** A disc of even light with a soft rim, as a lens draws a point out of focus. */
    public void bokeh(float x, float y, float radius, Rgb colour, float strength) {
        region((int) (x - radius), (int) (y - radius), (int) (x + radius) + 2, (int) (y + radius) + 2, (px, py, c) -> {
            float distance = Curve.hypot(px - x, py - y) / radius;
            float disc = Curve.step(1, .86f, distance) * (.62f + .38f * distance * distance);
            colour.screen(c, strength * disc);
        });
    }

    /** The picture as it is now, TYPE_INT_RGB. */
    public BufferedImage image() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = Pixels.of(image);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Pixels.pack(rgb[i * 3], rgb[i * 3 + 1], rgb[i * 3 + 2]);
        }
        return image;
    }

    private void apply(int x, int y, float coverage, Pigment pigment, float[] c) {
        int o = (y * width + x) * 3;
        float r = rgb[o];
        float g = rgb[o + 1];
        float b = rgb[o + 2];
        c[0] = r;
        c[1] = g;
        c[2] = b;
        pigment.touch(x, y, c);
        rgb[o] = r + (c[0] - r) * coverage;
        rgb[o + 1] = g + (c[1] - g) * coverage;
        rgb[o + 2] = b + (c[2] - b) * coverage;
    }
}
