package booth.painter;

import static org.assertj.core.api.Assertions.assertThat;

import booth.matting.raster.Pixels;
import booth.painter.garden.wish.Sitter;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortraitTest {
    private static final String MAN = "portrait of a man of age 34, calm, in front of a garden";
    private final GardenPainter painter = new GardenPainter();

    @ParameterizedTest
    @ValueSource(strings = {"glasses", "sunglasses", "beard", "mustache", "mouth open"})
    void whatIsWornIsSeenAndWhatIsUnwantedIsNot(String thing) {
        String worn = MAN + ", " + thing;
        BufferedImage with = painted(worn, "");
        BufferedImage without = painted(worn, thing);
        assertThat(Looks.distance(part(with, 170, 130, 172, 220), part(without, 170, 130, 172, 220)))
                .isGreaterThan(.5);
        assertThat(Looks.distance(part(with, 0, 0, 120, 120), part(without, 0, 0, 120, 120)))
                .isZero();
        assertThat(Sitter.of(worn, "").orElseThrow())
                .isNotEqualTo(Sitter.of(MAN, "").orElseThrow());
        assertThat(Sitter.of(worn, thing).orElseThrow())
                .isEqualTo(Sitter.of(MAN, "").orElseThrow());
    }

    @Test
    void wordsBecomeASitter() {
        Sitter sitter = Sitter.of("a woman of age 71, with glasses, smiling, calm", "beard, mustache")
                .orElseThrow();
        assertThat(sitter.woman()).isTrue();
        assertThat(sitter.age()).isEqualTo(71);
        assertThat(sitter.glasses()).isTrue();
        assertThat(sitter.smile()).isTrue();
        assertThat(sitter.beard()).isFalse();
        assertThat(sitter.eyesOpen()).isTrue();
    }

    @Test
    void aGardenWithoutPeopleHasNoSitter() {
        assertThat(Sitter.of("botanic garden and flowers with dog, strong happy nature, sunny", ""))
                .isEmpty();
    }

    @Test
    void aFaceStandsInTheMiddleOfThePicture() {
        for (String who : List.of("man of age 30", "woman of age 25", "boy of age 8", "woman of age 80")) {
            BufferedImage picture = painted(who, "");
            int cheek = picture.getRGB(256 - 45, 265);
            assertThat(Pixels.red(cheek)).as(who).isGreaterThan(Pixels.blue(cheek));
        }
    }

    @Test
    void thePictureIsTheSameEachTime() {
        assertThat(Pixels.of(painted(MAN, "beard"))).isEqualTo(Pixels.of(painted(MAN, "beard")));
    }

    private BufferedImage painted(String prompt, String negative) {
        return painter.paint(prompt, negative, 512, 512, 44);
    }

    private static BufferedImage part(BufferedImage whole, int x, int y, int width, int height) {
        BufferedImage part = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        part.setRGB(0, 0, width, height, whole.getRGB(x, y, width, height, null, 0, width), 0, width);
        return part;
    }
}
