package booth.detect;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Json;
import booth.core.image.PixelRect;
import booth.core.job.Faces;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which glasses are worn. */
class GlassesTest extends WithAPhoto {
    @Test
    void glassesBelowSeventyAreIgnored() {
        upload(1024, 1024);
        detector.face(0, 0, 1, 1).glasses(69.9, .1, .1, .1, .1).glasses(70, .2, .2, .1, .1);

        assertThat(glasses()).containsExactly(new PixelRect(204, 204, 306, 306));
    }

    @Test
    void glassesThatTouchNoFaceLieOnATable() {
        upload(1024, 1024);
        detector.face(0, 0, .5, .5).glasses(99, .6, .6, .1, .1).glasses(99, .45, .1, .1, .1);

        assertThat(glasses()).containsExactly(new PixelRect(460, 102, 562, 204));
    }

    @Test
    void glassesAtTheEdgeAreClipped() {
        upload(1024, 1024);
        detector.face(0, 0, 1, 1).glasses(99, -.1, -.1, .2, .2).glasses(99, .95, .5, .2, .1);

        assertThat(glasses()).containsExactly(new PixelRect(0, 0, 102, 102), new PixelRect(972, 512, 1024, 614));
    }

    @Test
    void theSameGlassesUnderTwoNamesCountOnce() {
        upload(1024, 1024);
        detector.face(0, 0, 1, 1).glasses(99, .1, .1, .1, .1).glasses(80, .1, .1, .1, .1);

        assertThat(glasses()).hasSize(1);
    }

    private List<PixelRect> glasses() {
        JsonNode glasses = tree(detect()).path("glasses");
        assertThat(Json.MAPPER.<JsonNode>valueToTree(
                        Json.read(FACES, jobs.read(FACES), Faces.class).glasses()))
                .isEqualTo(glasses);
        return List.of(Json.MAPPER.convertValue(glasses, PixelRect[].class));
    }
}
