package booth.vision;

import booth.core.image.Box;
import booth.core.image.Mask;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** A photo with what the models see drawn over it. */
final class Overlay {
    private static final Color TINT = new Color(0x2040c0);
    private static final double TINT_STRENGTH = .55;
    private static final Color OUTLINE = new Color(0xffe000);
    private static final Color BOX = new Color(0x40ff60);
    private static final Color MESH = new Color(0xb000e0ff, true);
    private static final Color NAMED = new Color(0xff3030);
    private static final Color PLATE = new Color(0xa0000000, true);
    private static final int GAP = 4;
    private final List<Rectangle2D> plates = new ArrayList<>();
    private final BufferedImage picture;
    private final Graphics2D canvas;

    Overlay(BufferedImage photo) {
        picture = new BufferedImage(photo.getWidth(), photo.getHeight(), BufferedImage.TYPE_INT_RGB);
        canvas = picture.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
        canvas.setStroke(new BasicStroke(1.5f));
        canvas.drawImage(photo, 0, 0, null);
    }

    /** Blue where the matte says background. */
    void tintBackground(float[] alpha) {
        for (int i = 0; i < alpha.length; i++) {
            int x = i % picture.getWidth();
            int y = i / picture.getWidth();
            picture.setRGB(x, y, mix(picture.getRGB(x, y), TINT.getRGB(), (1 - alpha[i]) * TINT_STRENGTH));
        }
    }

    /** Yellow along the edge of the mask. */
    void outline(Mask mask) {
        for (int y = 1; y < mask.height() - 1; y++)
            for (int x = 1; x < mask.width() - 1; x++)
                if (mask.kept(x, y)
                        && !(mask.kept(x - 1, y)
                                && mask.kept(x + 1, y)
                                && mask.kept(x, y - 1)
                                && mask.kept(x, y + 1))) {
                    canvas.setColor(OUTLINE);
                    canvas.fillRect(x, y, 2, 2);
                }
    }

    void face(Face face, List<String> caption) {
        canvas.setColor(MESH);
        face.landmarks().forEach(point -> dot(point, .8));
        canvas.setColor(NAMED);
        List.of(
                        face.eyeLeft(),
                        face.eyeRight(),
                        face.nose(),
                        face.mouthLeft(),
                        face.mouthRight(),
                        face.upperJawlineLeft(),
                        face.upperJawlineRight(),
                        face.chinBottom())
                .forEach(point -> dot(point, 2.5));
        box(face.box());
        write(caption, face.box().x1(), face.box().y2() + GAP);
    }

    void box(Box box) {
        canvas.setColor(BOX);
        canvas.draw(new Rectangle2D.Double(box.x1(), box.y1(), box.width(), box.height()));
    }

    /** Lines of text from this place down, on a dark plate, below whatever was written there before. */
    private void write(List<String> lines, double x, double y) {
        FontMetrics metrics = canvas.getFontMetrics();
        int width = lines.stream().mapToInt(metrics::stringWidth).max().orElse(0);
        int height = metrics.getHeight() * lines.size();
        Rectangle2D plate = new Rectangle2D.Double(x, y, width + 2 * GAP, height + GAP);
        while (plates.stream().anyMatch(plate::intersects))
            plate.setRect(plate.getX(), plate.getY() + GAP, plate.getWidth(), plate.getHeight());
        plates.add(plate);
        canvas.setColor(PLATE);
        canvas.fill(plate);
        canvas.setColor(Color.WHITE);
        float baseline = (float) plate.getY() + metrics.getAscent();
        for (String line : lines) {
            canvas.drawString(line, (float) plate.getX() + GAP, baseline);
            baseline += metrics.getHeight();
        }
    }

    private void dot(Point at, double radius) {
        canvas.fill(new Ellipse2D.Double(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius));
    }

    BufferedImage picture() {
        canvas.dispose();
        return picture;
    }

    private static int mix(int below, int above, double share) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double value = (below >> shift & 255) * (1 - share) + (above >> shift & 255) * share;
            mixed |= (int) Math.round(value) << shift;
        }
        return mixed;
    }
}
