package booth.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody on the samples wears glasses, so they are put on with a brush. */
class GlassesReaderTest {
    private static final GlassesReader READER = new GlassesReader(Samples.MODELS, 2);
    private static final Color CLEAR = new Color(255, 255, 255, 40);
    private static final Color DARK = new Color(15, 15, 20, 235);

    @AfterAll
    static void release() {
        READER.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void bareFacesWearNone(int sample) {
        for (Face face : Samples.faces(sample)) {
            Glasses glasses = READER.read(Samples.photo(sample), face);
            assertThat(glasses.likelihood()).isLessThan(.25);
            assertThat(glasses.sunglasses()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 6})
    void spectaclesAreSeenAndAreNotSunglasses(int sample) {
        for (Face face : Samples.faces(sample)) {
            Glasses glasses = READER.read(wearing(sample, face, CLEAR), face);
            assertThat(glasses.worn()).isTrue();
            assertThat(glasses.sunglasses()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 6})
    void darkLensesAreSunglasses(int sample) {
        for (Face face : Samples.faces(sample))
            assertThat(READER.read(wearing(sample, face, DARK), face).sunglasses())
                    .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 6})
    void bandCoversBothEyesAndLeavesTheMouth(int sample) {
        for (Face face : Samples.faces(sample)) {
            Glasses glasses = READER.read(Samples.photo(sample), face);
            assertThat(glasses.band().x1()).isLessThan(face.eyeLeft().x());
            assertThat(glasses.band().x2()).isGreaterThan(face.eyeRight().x());
            assertThat(glasses.band().y1())
                    .isLessThan(Math.min(face.eyeLeft().y(), face.eyeRight().y()));
            assertThat(glasses.band().y2()).isLessThan(face.mouth().y());
        }
    }

    private static BufferedImage wearing(int sample, Face face, Color lenses) {
        BufferedImage photo = Samples.photo(sample);
        BufferedImage copy = new BufferedImage(photo.getWidth(), photo.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = copy.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.drawImage(photo, 0, 0, null);
        double eyes = face.eyeLeft().distance(face.eyeRight());
        canvas.translate(
                (face.eyeLeft().x() + face.eyeRight().x()) / 2,
                (face.eyeLeft().y() + face.eyeRight().y()) / 2);
        canvas.rotate(Math.toRadians(face.roll()));
        canvas.scale(eyes, eyes);
        canvas.setStroke(new BasicStroke(.07f));
        for (int side : new int[] {-1, 1}) {
            Shape lens = new RoundRectangle2D.Double(side * .5 - .4, -.22, .8, .6, .3, .3);
            canvas.setColor(lenses);
            canvas.fill(lens);
            canvas.setColor(Color.BLACK);
            canvas.draw(lens);
            canvas.draw(new Line2D.Double(side * .9, -.1, side * 1.15, -.12));
        }
        canvas.draw(new Line2D.Double(-.1, -.02, .1, -.02));
        canvas.dispose();
        return copy;
    }
}
