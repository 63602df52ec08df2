package booth.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentsTest {
    /** Somebody stands in the left half. */
    private final Segments segments = new Segments(SegmentsTest::leftHalf);

    @ParameterizedTest
    @CsvSource({"1280, 720, 513, 288", "720, 1280, 288, 513", "513, 513, 513, 513", "4000, 3000, 513, 384"})
    void aPhotoIsLookedAtWithItsLongerSideAt513(int width, int height, int lookedWidth, int lookedHeight) {
        BufferedImage working = Segments.working(photo(width, height));

        assertThat(working.getWidth()).isEqualTo(lookedWidth);
        assertThat(working.getHeight()).isEqualTo(lookedHeight);
    }

    @Test
    void peopleAreClassFifteenAndTheRestIsBackground() {
        int[] classes = segments.classes(photo(10, 2));

        assertThat(Arrays.copyOf(classes, 10)).containsExactly(15, 15, 15, 15, 15, 0, 0, 0, 0, 0);
    }

    @Test
    void onlyAbove128IsAPerson() {
        BufferedImage grey = new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_GRAY);
        for (int x = 0; x < 3; x++) grey.getRaster().setSample(x, 0, 0, 127 + x);

        Segments.binarise(grey);

        assertThat(grey.getRaster().getSamples(0, 0, 3, 1, 0, (int[]) null)).containsExactly(0, 0, 255);
    }

    @Test
    void peopleAreColouredAndTheRestIsThePhoto() {
        BufferedImage picture = segments.picture(photo(640, 360));

        assertThat(picture.getRGB(100, 100) & 0xffffff).isEqualTo(0x7F6969); // .6 · 100 + .35 · (192, 128, 128)
        assertThat(picture.getRGB(500, 100) & 0xffffff).isEqualTo(0x646464);
    }

    private static float[] leftHalf(BufferedImage photo) {
        float[] alpha = new float[photo.getWidth() * photo.getHeight()];
        for (int i = 0; i < alpha.length; i++) alpha[i] = i % photo.getWidth() < photo.getWidth() / 2 ? 1 : 0;
        return alpha;
    }

    private static BufferedImage photo(int width, int height) {
        BufferedImage photo = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) for (int x = 0; x < width; x++) photo.setRGB(x, y, 0x646464);
        return photo;
    }
}
