package booth.portrait;

import static org.assertj.core.api.Assertions.assertThat;

import booth.matting.Cutout;
import booth.matting.Figure;
import booth.matting.raster.Pixels;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortraitModeTest {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 512;
    private static final int GREY_200 = 0xC8C8C8;

    @ParameterizedTest
    @EnumSource(PortraitStyle.class)
    void whatAPersonCoversStaysBitForBit(PortraitStyle style) {
        Figure figure = Figure.standing(WIDTH, HEIGHT, 0x3060A0);
        speckle(figure.photo());
        float[] alpha = Cutout.of(figure.photo(), figure.matte()).alpha();
        int[] before = Pixels.of(figure.photo());
        int[] after = Pixels.of(new PortraitMode(figure.photo(), figure.matte()).picture(style));
        int whole = 0;
        for (int i = 0; i < after.length; i++) {
            if (alpha[i] < 1) continue;
            whole++;
            assertThat(after[i]).isEqualTo(before[i] & 0xffffff);
        }
        assertThat(whole).isGreaterThan(WIDTH * HEIGHT / 8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHALLOW", "BOKEH"})
    void aFlatBackdropStaysFlatUpToThePersonsEdge(String style) {
        Figure figure = Figure.standing(WIDTH, HEIGHT, GREY_200);
        int[] after = Pixels.of(new PortraitMode(figure.photo(), figure.matte()).picture(PortraitStyle.valueOf(style)));
        for (int i = 0; i < after.length; i++)
            if (figure.outside(i, 2))
                assertThat(after[i] & 255).as("pixel %d", i).isBetween(199, 201);
    }

    /** The way of the tutorial, beside which the new one is measured: the blackened photo under a 13×13 mean. */
    @Test
    void theBlurOfTheBlackenedPhotoHasADarkHaloWhereThisOneHasNone() {
        Figure figure = Figure.standing(WIDTH, HEIGHT, GREY_200);
        int[] after = Pixels.of(new PortraitMode(figure.photo(), figure.matte()).picture(PortraitStyle.SHALLOW));
        int[] tutorial = new TutorialBlur(figure.photo(), figure.matte()).picture();
        int beside = 0;
        for (int i = 0; i < after.length; i++) {
            if (!figure.outside(i, 2) || figure.outside(i, 3.5f)) continue;
            beside++;
            assertThat(tutorial[i] & 255).isLessThan(165);
            assertThat(after[i] & 255).isGreaterThan(198);
        }
        assertThat(beside).isGreaterThan(500);
    }

    @Test
    void aLampBecomesADiscOfEvenLight() {
        Figure figure = Figure.standing(WIDTH, HEIGHT, 0x101010);
        dot(figure.photo(), 90, 120, 2, 0xFFFFFF);
        int[] after = Pixels.of(new PortraitMode(figure.photo(), figure.matte()).picture(PortraitStyle.BOKEH));
        int middle = after[120 * WIDTH + 90] & 255;
        int out = after[120 * WIDTH + 90 + 11] & 255;
        int beyond = after[120 * WIDTH + 90 + 24] & 255;
        assertThat(middle).isGreaterThan(60);
        assertThat(out).isBetween(middle - 12, middle + 12);
        assertThat(beyond).isLessThan(24);
    }

    @Test
    void aWindowIsNoLampAndStaysAsBrightAsItIs() {
        Figure figure = Figure.standing(WIDTH, HEIGHT, 0x303030);
        dot(figure.photo(), 90, 120, 60, 0xF0F0F0);
        int[] after = Pixels.of(new PortraitMode(figure.photo(), figure.matte()).picture(PortraitStyle.BOKEH));
        assertThat(after[120 * WIDTH + 90] & 255).isBetween(0xEE, 0xF2);
        assertThat(after[120 * WIDTH + 90 + 70] & 255).as("beside it").isLessThan(0xB0);
    }

    @Test
    void aStageIsDarkBehindThePeople() {
        Figure figure = Figure.standing(WIDTH, HEIGHT, 0xFFFFFF);
        int[] after = Pixels.of(new PortraitMode(figure.photo(), figure.matte()).picture(PortraitStyle.STAGE));
        for (int i = 0; i < after.length; i++)
            if (figure.outside(i, 3)) assertThat(after[i] & 255).isLessThan(60);
        int[] edge = Pixels.of(figure.photo());
        assertThat(edge[0] & 255).isEqualTo(255);
    }

    @Test
    void behindPeopleInADimLightTheStageIsDarkerThanThey() {
        Figure figure = Figure.standing(WIDTH, HEIGHT, 0x404040);
        int[] photo = Pixels.of(figure.photo());
        for (int i = 0; i < photo.length; i++) photo[i] = photo[i] >> 2 & 0x3f3f3f;
        int[] after = Pixels.of(new PortraitMode(figure.photo(), figure.matte()).picture(PortraitStyle.STAGE));
        for (int i = 0; i < after.length; i++)
            if (figure.outside(i, 3)) assertThat(after[i] & 255).isLessThan(16);
    }

    @Test
    void nothingOfTheOldWallShinesAtTheEdgeOfAStage() {
        Figure figure = Figure.standing(WIDTH, HEIGHT, 0xFFFFFF);
        int[] after = Pixels.of(new PortraitMode(figure.photo(), figure.matte()).picture(PortraitStyle.STAGE));
        for (int pixel : after) assertThat(pixel & 255).isLessThanOrEqualTo(0x80 + 6);
    }

    private static void speckle(BufferedImage photo) {
        for (int y = 0; y < photo.getHeight(); y++)
            for (int x = 0; x < photo.getWidth(); x++)
                photo.setRGB(x, y, photo.getRGB(x, y) ^ (x * 31 + y * 17 & 0x030303));
    }

    private static void dot(BufferedImage photo, int x, int y, int radius, int rgb) {
        for (int dy = -radius; dy <= radius; dy++)
            for (int dx = -radius; dx <= radius; dx++) photo.setRGB(x + dx, y + dy, rgb);
    }
}
