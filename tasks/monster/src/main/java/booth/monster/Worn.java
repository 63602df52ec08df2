package booth.monster;

import booth.core.image.PixelRect;
import booth.matting.raster.Pixels;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/**
 * One face that can wear a mask: where, in which light, how grainy. All is read from the photo once; then it puts masks
 * on, on one picture after the other.
 */
final class Worn {
    private final Shell shell;
    private final FaceLight light;
    private final Grain grain;
    private final double yaw;

    /** @param photo TYPE_INT_RGB, without masks */
    Worn(BufferedImage photo, Placement placement, Pose pose) {
        shell = new Shell(placement, pose);
        Skin skin = new Skin(photo, shell);
        light = FaceLight.of(skin);
        grain = Grain.of(skin);
        yaw = pose.yaw();
    }

    /** @param picture TYPE_INT_RGB of the photo's size; the mask is painted on it */
    void put(Art art, String mask, BufferedImage picture) {
        PixelRect area = area(picture);
        if (area.width() == 0 || area.height() == 0) return;
        Coat coat = new Coat(area);
        coat.paint(shell, art.of(mask, shell.width()), light, grain, picture.getWidth());
        new ContactShadow(shell, yaw, light.green().slope()).cast(coat, picture);
        coat.layOn(Pixels.of(picture), picture.getWidth());
    }

    /** Of the picture, with what its shadow reaches. */
    private PixelRect area(BufferedImage picture) {
        Rectangle2D mask = shell.bounds();
        double reach = 2 + ContactShadow.REACH * shell.width();
        return new PixelRect(
                        (int) Math.floor(mask.getMinX() - reach),
                        (int) Math.floor(mask.getMinY() - reach),
                        (int) Math.ceil(mask.getMaxX() + reach),
                        (int) Math.ceil(mask.getMaxY() + reach))
                .clip(picture.getWidth(), picture.getHeight());
    }
}
