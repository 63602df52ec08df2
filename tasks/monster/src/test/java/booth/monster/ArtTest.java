package booth.monster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import booth.core.Concurrently;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArtTest {
    private static final Art ART = new Art();
    private static final double PER_WIDTH = (double) Art.WIDTH / Art.HEIGHT;

    static List<String> masks() {
        return Catalogue.read().masks().stream().map(MonsterMask::id).toList();
    }

    @ParameterizedTest
    @MethodSource("masks")
    void aMaskCoversAFaceFromItsForeheadToItsChin(String mask) {
        Raster raster = ART.of(mask, 128);
        for (double down : new double[] {-.35, -.2, .2, .35, .5, .65, .78})
            assertThat(alpha(raster, 0, down)).as("%s on the face", down).isGreaterThan(250);
        for (double side : new double[] {-1, 1}) {
            assertThat(alpha(raster, .44 * side, 0)).as("temple").isGreaterThan(250);
            assertThat(alpha(raster, .33 * side, .3)).as("cheek").isGreaterThan(250);
            assertThat(alpha(raster, .26 * side, .55)).as("jaw").isGreaterThan(250);
        }
    }

    @ParameterizedTest
    @MethodSource("masks")
    void bothEyesAreHolesOrBothArePainted(String mask) {
        Raster raster = ART.of(mask, 128);
        float left = alpha(raster, -.235, 0);
        float right = alpha(raster, .235, 0);
        assertThat(left).isEqualTo(right, offset(3f));
        assertThat(left < 3 || left > 252).isTrue();
    }

    @ParameterizedTest
    @MethodSource("masks")
    void nothingIsCutOffAtTheEdgesOfTheArt(String mask) {
        Raster raster = ART.of(mask, 256);
        for (double side : new double[] {-.498, .498}) {
            assertThat(alpha(raster, side, -.82)).isLessThan(40);
            assertThat(alpha(raster, side, .7)).isLessThan(40);
        }
        for (double x = -.49; x < .5; x += .02)
            assertThat(alpha(raster, x, .8745)).isLessThan(160);
    }

    @ParameterizedTest
    @MethodSource("masks")
    void aDrawingNeedsNothingButItself(String mask) throws IOException {
        try (InputStream in = Objects.requireNonNull(Art.class.getResourceAsStream("masks/" + mask + ".svg"))) {
            String svg = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(svg).contains("viewBox=\"-512 -896 1024 1792\"").contains("<metadata>CC0-1.0</metadata>");
            assertThat(svg.replace("http://www.w3.org/2000/svg", ""))
                    .doesNotContain("http", "<script", "<image", "<text", "url(http", "href=\"data");
        }
    }

    @Test
    void noTwoMasksLookAlike() {
        List<String> masks = masks();
        for (int i = 0; i < masks.size(); i++)
            for (int j = i + 1; j < masks.size(); j++)
                assertThat(difference(ART.of(masks.get(i), 64), ART.of(masks.get(j), 64)))
                        .as("%s and %s", masks.get(i), masks.get(j))
                        .isGreaterThan(12);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 64, 65, 100, 316, 500, 769, 1024})
    void itIsPaintedAtLeastAsLargeAsItIsWornAndNotMuchLarger(double width) {
        assertThat(Art.step(width)).isBetween((int) width, Math.max(64, (int) (width * 1.51)));
    }

    @Test
    void noGuestHasItPaintedLargerThanAFrame() {
        assertThat(Art.step(1e9)).isEqualTo(1024);
    }

    @Test
    void aCrowdThatAsksAtOnceHasItPaintedOnce() {
        List<Raster> rasters = Concurrently.each(Collections.nCopies(24, "owl"), mask -> ART.of(mask, 90));
        assertThat(new HashSet<>(rasters)).hasSize(1);
    }

    @Test
    void aMaskWithoutADrawingIsNamed() {
        assertThatThrownBy(() -> ART.of("nobody", 64)).hasMessageContaining("masks/nobody.svg");
    }

    /** @param across from the middle in widths, as all places of a mask */
    private static float alpha(Raster raster, double across, double down) {
        float[] argb = new float[4];
        raster.add(across + .5, down * PER_WIDTH + .5, argb);
        return argb[0];
    }

    private static double difference(Raster one, Raster other) {
        double sum = 0;
        int count = 0;
        for (double down = -.4; down < .8; down += .05)
            for (double across = -.45; across < .46; across += .05) {
                float[] a = new float[4];
                float[] b = new float[4];
                one.add(across + .5, down * PER_WIDTH + .5, a);
                other.add(across + .5, down * PER_WIDTH + .5, b);
                for (int k = 1; k < 4; k++) sum += Math.abs(a[k] - b[k]);
                count += 3;
            }
        return sum / count;
    }
}
