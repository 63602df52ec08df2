package booth.vision;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.image.Box;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonMatteTest {
    private static final PersonMatte MATTE = new PersonMatte(Samples.MODELS, 2);

    @AfterAll
    static void release() {
        MATTE.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void facesArePeople(int sample) {
        float[] alpha = MATTE.alpha(Samples.photo(sample));
        for (Face face : Samples.faces(sample))
            assertThat(at(alpha, sample, middle(face.box()))).isGreaterThan(.9f);
    }

    /** Places that show a wall, a window or a door. */
    @ParameterizedTest
    @CsvSource({"1, 60, 60", "1, 600, 100", "3, 60, 200", "3, 700, 60", "4, 900, 300", "4, 60, 60", "6, 280, 60"})
    void roomIsBackground(int sample, double x, double y) {
        assertThat(at(MATTE.alpha(Samples.photo(sample)), sample, new Point(x, y)))
                .isLessThan(.05f);
    }

    /** The black dress between the two knees is half lost to a single look. */
    @Test
    void closerLookFindsDarkClothesInADimRoom() {
        BufferedImage photo = Samples.photo(5);
        float[] once = MATTE.alpha(photo);
        float[] closer = MATTE.alpha(photo, Face.heads(Samples.faces(5)));

        assertThat(mean(closer, 330, 451, 408, 529)).isGreaterThan(.98).isGreaterThan(mean(once, 330, 451, 408, 529));
        assertThat(mean(closer, 20, 40, 200, 200)).isLessThan(.01);
        assertThat(mean(closer, 800, 20, 1000, 120)).isLessThan(.01);
    }

    @Test
    void bareWallHasNobody() {
        BufferedImage wall = new BufferedImage(640, 1024, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = wall.createGraphics();
        canvas.setPaint(new GradientPaint(0, 0, new Color(0xbeb4a5), 640, 1024, new Color(0x6e6964)));
        canvas.fillRect(0, 0, 640, 1024);
        canvas.dispose();

        float[] alpha = MATTE.alpha(wall);

        assertThat(alpha).hasSize(640 * 1024);
        float highest = 0;
        for (float value : alpha) highest = Math.max(highest, value);
        assertThat(highest).isLessThan(.05f);
    }

    private static Point middle(Box box) {
        return new Point((box.x1() + box.x2()) / 2, (box.y1() + box.y2()) / 2);
    }

    private static double mean(float[] alpha, int x1, int y1, int x2, int y2) {
        double sum = 0;
        for (int y = y1; y < y2; y++)
            for (int x = x1; x < x2; x++) sum += alpha[y * Samples.photo(5).getWidth() + x];
        return sum / (x2 - x1) / (y2 - y1);
    }

    private static float at(float[] alpha, int sample, Point point) {
        return alpha[(int) point.y() * Samples.photo(sample).getWidth() + (int) point.x()];
    }
}
