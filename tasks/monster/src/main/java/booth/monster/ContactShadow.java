package booth.monster;

import booth.core.image.PixelRect;
import booth.matting.raster.Blur;
import booth.matting.raster.Curve;
import booth.matting.raster.LinearLight;
import booth.matting.raster.Pixels;
import java.awt.image.BufferedImage;

/**
 * What a mask takes of the light around its rim and in its eyeholes: soft, below it, away from the lighter side, and only
 * on the head, because what is behind the head is too far away. Lengths are in widths of the mask.
 */
final class ContactShadow {
    /** How far beside the mask it may fall. */
    static final double REACH = .12;

    private static final double SOFT = .03;
    private static final double BELOW = .028;
    private static final double BESIDE = .05;
    private static final float DARKEST = .95f;

    private static final double HEAD_BEHIND = .3;
    private static final double HEAD_MIDDLE = .12;
    private static final double HEAD_HALF_WIDTH = .62;
    private static final double HEAD_HALF_HEIGHT = .92;

    private final Shell shell;
    private final double behind;
    private final double beside;

    /**
     * @param yaw of the face; its head lies behind it, to the other side
     * @param slope of the light, positive when it comes from the right
     */
    ContactShadow(Shell shell, double yaw, double slope) {
        this.shell = shell;
        behind = -HEAD_BEHIND * Math.sin(yaw);
        beside = -BESIDE * slope * shell.width();
    }

    void cast(Coat mask, BufferedImage picture) {
        PixelRect area = mask.area();
        float[] shadow = mask.alpha().clone();
        Blur.gaussian(shadow, area.width(), area.height(), Math.max(1, (int) Math.round(SOFT * shell.width())));
        int[] pixels = Pixels.of(picture);
        int below = (int) Math.round(BELOW * shell.width());
        int aside = (int) Math.round(beside);
        for (int y = 0; y < area.height(); y++)
            for (int x = 0; x < area.width(); x++) {
                int fromX = x - aside;
                int fromY = y - below;
                if (fromX < 0 || fromY < 0 || fromX >= area.width() || fromY >= area.height()) continue;
                float dark = shadow[fromY * area.width() + fromX];
                if (dark == 0 || mask.alpha()[y * area.width() + x] >= 1) continue;
                dark *= DARKEST * onHead(x + area.x1() + .5, y + area.y1() + .5);
                int at = (y + area.y1()) * picture.getWidth() + x + area.x1();
                pixels[at] = darker(pixels[at], 1 - dark);
            }
    }

    private float onHead(double x, double y) {
        double across = (shell.toAcross(x, y) - behind) / HEAD_HALF_WIDTH;
        double down = (shell.toDown(x, y) - HEAD_MIDDLE) / HEAD_HALF_HEIGHT;
        return Curve.step(1.15f, .75f, (float) (across * across + down * down));
    }

    private static int darker(int pixel, float light) {
        return Pixels.pack(
                LinearLight.number(LinearLight.of(Pixels.red(pixel)) * light),
                LinearLight.number(LinearLight.of(Pixels.green(pixel)) * light),
                LinearLight.number(LinearLight.of(Pixels.blue(pixel)) * light));
    }
}
