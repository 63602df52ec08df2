package booth.monster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.awt.image.BufferedImage;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

class FaceLightTest {
    private static final int LAMP = 0xF0F0F0;
    private static final Placement FACE = new Placement(200, 350, 0, 200, 350, 100, 25);

    @Test
    void aDarkFaceDarkensTheMaskButLessThanItIsDark() {
        FaceLight bright = light((x, y) -> 0xD2A58C);
        FaceLight dark = light((x, y) -> y < 20 ? LAMP : 0x4A3A31);
        assertThat(dark.green().at(0)).isBetween(.4f, bright.green().at(0) * .75f);
    }

    @Test
    void inADimLightAMaskIsNoBrighterThanTheWhitesOfThePhoto() {
        int white = 0x595959; // a tenth of the light
        FaceLight dim = light((x, y) -> y < 20 ? white : 0x4A3A31);
        assertThat(dim.green().at(0)).isBetween(.1f, .2f);
        assertThat(light((x, y) -> y < 20 ? LAMP : 0x4A3A31).green().at(0)).isGreaterThan(.4f);
    }

    @Test
    void lightFromTheLeftMakesTheLeftOfTheMaskBrighter() {
        FaceLight light = light((x, y) -> grey(230 - x / 2));
        assertThat(light.red().at(-1)).isGreaterThan(light.red().at(1) * 1.5f);
    }

    @Test
    void eachSideHasItsOwnTint() {
        FaceLight light = light((x, y) -> x < 200 ? 0xC08050 : 0x5080C0);
        assertThat(light.red().at(-1) / light.blue().at(-1))
                .isGreaterThan(light.red().at(1) / light.blue().at(1) * 1.5f);
    }

    @Test
    void aFaceInEvenLightHasNoSlope() {
        assertThat(light((x, y) -> 0xB08060).blue().slope()).isEqualTo(0, offset(1e-3f));
    }

    @Test
    void blackAndWhitePhotosStayWithinBounds() {
        assertThat(light((x, y) -> y < 20 ? LAMP : 0).red().at(0)).isBetween(.3f, 1f);
        assertThat(light((x, y) -> 0).red().at(0)).isBetween(.1f, .2f);
        assertThat(light((x, y) -> 0xFFFFFF).green().at(0)).isBetween(1f, 1.5f);
    }

    @Test
    void aFaceOutsideThePhotoHasEvenLight() {
        Placement outside = new Placement(200, 350, 0, 200, 350, -3000, 25);
        assertThat(FaceLight.of(new Skin(photo((x, y) -> 0), new Shell(outside, Pose.FRONTAL))))
                .isEqualTo(FaceLight.EVEN);
    }

    @Test
    void theGrainOfACameraIsMeasured() {
        Random dice = new Random(2);
        BufferedImage photo = photo((x, y) -> grey(128 + (int) Math.round(dice.nextGaussian() * 5)));
        Grain grain = Grain.of(new Skin(photo, new Shell(FACE, Pose.FRONTAL)));
        assertThat(grain.deviation() * 255).isEqualTo(5, offset(.7f));
    }

    @Test
    void edgesOfAFaceAreNoGrain() {
        BufferedImage photo = photo((x, y) -> x / 20 % 2 == 0 ? 0xFFFFFF : 0);
        assertThat(Grain.of(new Skin(photo, new Shell(FACE, Pose.FRONTAL))).deviation())
                .isLessThan(.01f);
    }

    @Test
    void grainIsNormalAndAlwaysTheSame() {
        Grain grain = new Grain(.02f);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 100_000; i++) {
            assertThat(grain.at(i)).isEqualTo(grain.at(i));
            sum += grain.at(i);
            squares += grain.at(i) * grain.at(i);
        }
        assertThat(sum / 100_000).isEqualTo(0, offset(.0003));
        assertThat(Math.sqrt(squares / 100_000)).isEqualTo(.02, offset(.0005));
    }

    private static FaceLight light(IntBinaryOperator pixels) {
        return FaceLight.of(new Skin(photo(pixels), new Shell(FACE, Pose.FRONTAL)));
    }

    private static BufferedImage photo(IntBinaryOperator pixels) {
        BufferedImage photo = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 400; y++) for (int x = 0; x < 400; x++) photo.setRGB(x, y, pixels.applyAsInt(x, y));
        return photo;
    }

    private static int grey(int v) {
        int level = Math.max(0, Math.min(255, v));
        return level << 16 | level << 8 | level;
    }
}
