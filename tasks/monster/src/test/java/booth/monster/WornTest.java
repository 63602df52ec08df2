package booth.monster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import booth.core.image.PixelRect;
import booth.matting.raster.Pixels;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WornTest {
    private static final Art ART = new Art();
    private static final Placement LEANING = new Placement(160, 280, Math.toRadians(18), 239, 317, 180, 60);

    /** The centre of what is covered, against the plain way of the contract: scaled, turned, laid on by its corner. */
    @Test
    void aFrontalMaskCoversWhatThePlainPlacementCovers() {
        AffineTransform turned = AffineTransform.getTranslateInstance(
                LEANING.left() + LEANING.canvasWidth() / 2.0, LEANING.top() + LEANING.canvasHeight() / 2.0);
        turned.rotate(LEANING.angle());
        turned.translate(-80, -140);
        double[] expected = new double[3];
        double[] worn = new double[3];
        Raster art = ART.of("robot", 160);
        for (int y = 0; y < 280; y++)
            for (int x = 0; x < 160; x++) {
                float[] argb = new float[4];
                art.add((x + .5) / 160, (y + .5) / 280, argb);
                Point2D place = turned.transform(new Point2D.Double(x + .5, y + .5), null);
                add(expected, place.getX(), place.getY(), argb[0] / 255);
            }
        Coat coat = coat(new Shell(LEANING, Pose.FRONTAL));
        for (int i = 0; i < coat.alpha().length; i++) add(worn, i % 512 + .5, i / 512 + .5, coat.alpha()[i]);
        assertThat(worn[0] / worn[2]).isEqualTo(expected[0] / expected[2], offset(.3));
        assertThat(worn[1] / worn[2]).isEqualTo(expected[1] / expected[2], offset(.3));
        assertThat(worn[2]).isEqualTo(expected[2], offset(expected[2] * .01));
    }

    private static void add(double[] sums, double x, double y, double weight) {
        sums[0] += x * weight;
        sums[1] += y * weight;
        sums[2] += weight;
    }

    private static Coat coat(Shell shell) {
        Coat coat = new Coat(new PixelRect(0, 0, 512, 512));
        coat.paint(shell, ART.of("robot", shell.width()), FaceLight.EVEN, new Grain(0), 512);
        return coat;
    }

    @Test
    void aTurnedMaskCoversLess() {
        Placement face = new Placement(160, 280, 0, 160, 280, 180, 100);
        double frontal = covered(coat(new Shell(face, Pose.FRONTAL)));
        Placement shorter = new Placement(113, 197, 0, 113, 197, 200, 140); // the same jaw, seen at 45°
        double turned = covered(coat(new Shell(shorter, new Pose(Math.toRadians(45), 0))));
        assertThat(turned).isBetween(frontal * .5, frontal * .9);
    }

    private static double covered(Coat coat) {
        double sum = 0;
        for (float alpha : coat.alpha()) sum += alpha;
        return sum;
    }

    @Test
    void theFaceUnderTheRimIsInShadowAndWhatIsFarIsNot() {
        BufferedImage picture = flat(0xD0D0D0);
        Placement face = new Placement(200, 350, 0, 200, 350, 156, 81);
        new Worn(picture, face, Pose.FRONTAL).put(ART, "skeleton", picture);
        int chin = 81 + 175 + (int) (.86 * 200);
        assertThat(blue(picture, 256, chin + 7)).isLessThan(0xC0);
        assertThat(blue(picture, 256, chin + 60)).isEqualTo(0xD0);
        assertThat(blue(picture, 20, 256)).isEqualTo(0xD0);
    }

    @Test
    void theGuestsOwnEyesLookThroughTheHoles() {
        BufferedImage picture = flat(0x20C040);
        Placement face = new Placement(300, 525, 0, 300, 525, 106, 0);
        new Worn(picture, face, Pose.FRONTAL).put(ART, "oni", picture);
        int eye = picture.getRGB(256 + 70, 262);
        assertThat(Pixels.green(eye)).isGreaterThan(1.5f * Pixels.red(eye));
    }

    @ParameterizedTest
    @CsvSource({"-150, -200", "400, 300", "-100, 450", "-5000, 0", "0, 9000"})
    void aMaskIsClippedAtTheBorders(int left, int top) {
        BufferedImage picture = flat(0x808080);
        Placement face = new Placement(200, 350, .3, 294, 393, left, top);
        new Worn(picture, face, new Pose(.5, -.3)).put(ART, "tiger", picture);
        assertThat(picture.getRGB(256, 256) & 0xffffff).isEqualTo(0x808080);
    }

    @Test
    void aFaceLargerThanThePhotoIsAllMask() {
        BufferedImage picture = flat(0x808080);
        Placement face = new Placement(2000, 3500, 0, 2000, 3500, -744, -1494);
        new Worn(picture, face, Pose.FRONTAL).put(ART, "pumpkin", picture);
        assertThat(picture.getRGB(256, 256)).isNotEqualTo(0xFF808080);
    }

    private static BufferedImage flat(int rgb) {
        BufferedImage picture = new BufferedImage(512, 512, BufferedImage.TYPE_INT_RGB);
        Arrays.fill(Pixels.of(picture), rgb);
        return picture;
    }

    private static int blue(BufferedImage picture, int x, int y) {
        return picture.getRGB(x, y) & 255;
    }
}
