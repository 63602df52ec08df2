package booth.generate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import booth.core.image.ImageBytes;
import booth.core.image.PixelRect;
import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.jpeg.JpegDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PictureFileTest {
    private final GenerateFixture fixture = new GenerateFixture();
    private final byte[] file = PictureFile.encode(fixture.frame);

    @Test
    void itIsARealJpeg() {
        assertThat(file).startsWith(0xff, 0xd8, 0xff, 0xe0).endsWith(0xff, 0xd9);
        assertThat(new String(file, 6, 4, UTF_8)).isEqualTo("JFIF");
    }

    @Test
    void coloursKeepTheirFullResolution() throws Exception {
        JpegDirectory jpeg = metadata().getFirstDirectoryOfType(JpegDirectory.class);

        for (int i = 0; i < 3; i++) {
            assertThat(jpeg.getComponent(i).getHorizontalSamplingFactor()).isEqualTo(1);
            assertThat(jpeg.getComponent(i).getVerticalSamplingFactor()).isEqualTo(1);
        }
    }

    @Test
    void littleIsLost() {
        PixelRect all = new PixelRect(0, 0, GenerateFixture.WIDTH, GenerateFixture.HEIGHT);

        assertThat(Pixels.meanDifference(ImageBytes.decode("picture", file), fixture.frame, all))
                .isLessThan(3);
    }

    @Test
    void itSaysThatAMachinePaintedPartOfIt() throws Exception {
        XmpDirectory xmp = metadata().getFirstDirectoryOfType(XmpDirectory.class);

        assertThat(xmp.getXmpProperties())
                .containsEntry(
                        "Iptc4xmpExt:DigitalSourceType",
                        "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia");
    }

    private Metadata metadata() throws ImageProcessingException, IOException {
        return ImageMetadataReader.readMetadata(new ByteArrayInputStream(file), file.length);
    }
}
