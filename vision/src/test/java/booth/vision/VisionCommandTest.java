package booth.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VisionCommandTest {
    /** How far a face of the samples, which are squashed, may lie from where it is in the cropped frame. */
    private static final int CROPPED = 20;

    @TempDir
    Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void overlayWritesAPictureOfTheFrame() throws Exception {
        int code = run("overlay", Samples.file(3).toString(), "--out", folder.toString());

        Path picture = folder.resolve("sample3.png");
        assertThat(code).isZero();
        assertThat(out.toString()).contains(picture.toString());
        BufferedImage image = ImageIO.read(picture.toFile());
        assertThat(image.getWidth()).isEqualTo(1024);
        assertThat(image.getHeight()).isEqualTo(704);
        int edge = (int) Samples.faceAt(3, 630, 190).box().x1();
        assertThat(IntStream.rangeClosed(edge - CROPPED, edge + CROPPED)
                        .anyMatch(x -> isGreenish(image.getRGB(x, 200))))
                .isTrue();
    }

    @Test
    void benchPrintsFiguresBesideGoals() {
        int code = run("bench", "--runs", "0", Samples.file(3).toString());

        assertThat(code).isZero();
        assertThat(out.toString())
                .containsPattern("faces found +3")
                .containsPattern("SAM 2 encode +\\d+ ms .*goal 3000")
                .containsPattern("person matte +\\d+ ms .*goal 60");
    }

    @Test
    void missingPhotoIsNamed() {
        assertThat(run("overlay", "no-such.jpg", "--out", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("no-such.jpg");
    }

    @Test
    void helpIsEverywhere() {
        assertThat(run("--help")).isZero();
        assertThat(run("overlay", "--help")).isZero();
        assertThat(run("bench", "--help")).isZero();
        assertThat(out.toString()).contains("overlay", "--out", "--runs");
    }

    private int run(String... args) {
        return VisionCommand.line(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(args);
    }

    private static boolean isGreenish(int rgb) {
        return (rgb >> 8 & 255) > (rgb >> 16 & 255) + 40;
    }
}
