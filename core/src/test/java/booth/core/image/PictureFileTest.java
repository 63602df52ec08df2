package booth.core.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.jpeg.JpegDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureFileTest {
    private static final int SIDE = 128;

    private final BufferedImage picture =
            TestPhotos.paint(SIDE, SIDE, (x, y) -> x * 37 + y << 16 | x * y + 5 & 0xff00 | y * 2);
    private final byte[] file = PictureFile.encode(picture, PictureFile.Source.PAINTED);

    @Test
    void itIsARealJpeg() {
        assertThat(file).startsWith(0xff, 0xd8, 0xff, 0xe0).endsWith(0xff, 0xd9);
        assertThat(new String(file, 6, 4, UTF_8)).isEqualTo("JFIF");
    }

    @Test
    void coloursKeepTheirFullResolution() throws Exception {
        JpegDirectory jpeg = metadata(file).getFirstDirectoryOfType(JpegDirectory.class);

        for (int i = 0; i < 3; i++) {
            assertThat(jpeg.getComponent(i).getHorizontalSamplingFactor()).isEqualTo(1);
            assertThat(jpeg.getComponent(i).getVerticalSamplingFactor()).isEqualTo(1);
        }
    }

    @Test
    void littleIsLost() {
        BufferedImage read = ImageBytes.decode("picture", file);
        long sum = 0;
        for (int y = 0; y < SIDE; y++)
            for (int x = 0; x < SIDE; x++)
                for (int shift = 0; shift <= 16; shift += 8)
                    sum += Math.abs((read.getRGB(x, y) >> shift & 0xff) - (picture.getRGB(x, y) >> shift & 0xff));
        assertThat(sum / 3.0 / SIDE / SIDE).isLessThan(3);
    }

    @ParameterizedTest
    @CsvSource({
        "PAINTED, compositeWithTrainedAlgorithmicMedia",
        "ALTERED, algorithmicallyEnhanced",
        "DRAWN_ON, composite",
        "MADE, trainedAlgorithmicMedia"
    })
    void itSaysWhatBecameOfThePhoto(PictureFile.Source source, String word) throws Exception {
        XmpDirectory xmp = metadata(PictureFile.encode(picture, source)).getFirstDirectoryOfType(XmpDirectory.class);

        assertThat(xmp.getXmpProperties())
                .containsEntry(
                        "Iptc4xmpExt:DigitalSourceType", "http://cv.iptc.org/newscodes/digitalsourcetype/" + word);
    }

    private static Metadata metadata(byte[] file) throws ImageProcessingException, IOException {
        return ImageMetadataReader.readMetadata(new ByteArrayInputStream(file), file.length);
    }
}
