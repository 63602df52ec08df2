package booth.painter;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Leaves {@code target/gardens.png} behind: look at it. */
class GardenWallTest {
    private static final int LEAST_BITS_APART = 28; // of 256; a picture and itself with other grain are 0 to 8 apart

    @Test
    void noTwoOfSixtyFourGardensLookAlike() throws IOException {
        List<BufferedImage> wall = Wall.pictures(384, 256);
        Wall.write(Wall.sheet(wall, 192, 128), Path.of("target/gardens.png"));
        List<boolean[]> hashes = wall.stream().map(Looks::hash).toList();
        for (int i = 0; i < 64; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(Looks.bitsApart(hashes.get(i), hashes.get(j)))
                        .as(Wall.prompt(i) + " / " + Wall.prompt(j))
                        .isGreaterThan(LEAST_BITS_APART);
            }
        }
    }
}
