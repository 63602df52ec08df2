package booth.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class PyramidTest {
    @Test
    void valuesAreMappedToTheRange() {
        BufferedImage photo = filled(8, 8, new Color(255, 0, 51));

        float[] sample = new Pyramid(photo).sample(Window.whole(photo), 1, 1, -1, 1);

        assertThat(sample[0]).isCloseTo(1, within(1e-5f));
        assertThat(sample[1]).isCloseTo(-1, within(1e-5f));
        assertThat(sample[2]).isCloseTo(-.6f, within(1e-5f));
    }

    @Test
    void sameSizeCopiesPixels() {
        BufferedImage photo = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
        photo.setRGB(2, 1, 0xff0000);

        float[] sample = new Pyramid(photo).sample(Window.whole(photo), 3, 2, 0, 1);

        for (int i = 0; i < sample.length; i++) assertThat(sample[i]).isEqualTo(i == 15 ? 1f : 0f);
    }

    @Test
    void fineStripesShrinkToGrey() {
        BufferedImage photo = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 64; x += 2) for (int y = 0; y < 64; y++) photo.setRGB(x, y, 0xffffff);

        for (float value : new Pyramid(photo).sample(Window.whole(photo), 4, 4, 0, 1))
            assertThat(value).isCloseTo(.5f, within(.01f));
    }

    @Test
    void outsideIsBlackAndTheEdgeIsNot() {
        BufferedImage photo = filled(10, 10, Color.WHITE);

        float[] twiceAsWide = new Pyramid(photo).sample(new Window(5, 5, 20, 10, 0), 20, 10, 0, 1);

        assertThat(twiceAsWide[4 * 3]).isZero();
        assertThat(twiceAsWide[5 * 3]).isEqualTo(1);
        assertThat(twiceAsWide[14 * 3]).isEqualTo(1);
        assertThat(twiceAsWide[15 * 3]).isZero();
    }

    @Test
    void turnedWindowSeesItsTopWhereItPoints() {
        BufferedImage photo = filled(100, 100, Color.BLACK);
        Graphics2D canvas = photo.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(50, 0, 50, 100);
        canvas.dispose();

        Window quarter = Window.square(new Point(50, 50), 40).turned(Math.PI / 2);
        float[] sample = new Pyramid(photo).sample(quarter, 4, 4, 0, 1);

        assertThat(sample[3]).isEqualTo(1);
        assertThat(sample[3 * 4 * 3]).isZero();
    }

    @Test
    void partOfALargerPictureIsItself() {
        BufferedImage photo = filled(20, 20, Color.BLACK);
        photo.setRGB(12, 12, 0xffffff);
        BufferedImage part = photo.getSubimage(10, 10, 5, 5);

        assertThat(new Pyramid(part).sample(Window.whole(part), 5, 5, 0, 1)[(2 * 5 + 2) * 3])
                .isEqualTo(1);
    }

    private static BufferedImage filled(int width, int height, Color color) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(color);
        canvas.fillRect(0, 0, width, height);
        canvas.dispose();
        return image;
    }
}
