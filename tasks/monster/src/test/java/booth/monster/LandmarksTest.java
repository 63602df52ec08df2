package booth.monster;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.awt.geom.Point2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LandmarksTest {
    private static final String FACE =
            "{'Landmarks':[{'Type':'eyeLeft','X':0.1,'Y':0.2},{'Type':'eyeRight','X':0.3,'Y':0.2},"
                    + "{'Type':'upperJawlineLeft','X':0.05,'Y':0.25},{'Type':'upperJawlineRight','X':0.35,'Y':0.25}]}";

    @Test
    void fourOfThemAreRead() throws JsonProcessingException {
        Landmarks landmarks = Landmarks.of(json(FACE)).orElseThrow();
        assertThat(landmarks.eyeLeft()).isEqualTo(new Point2D.Double(.1, .2));
        assertThat(landmarks.jawRight()).isEqualTo(new Point2D.Double(.35, .25));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void withoutOneOfThemThereAreNone(int missing) throws JsonProcessingException {
        JsonNode face = json(FACE);
        ((ArrayNode) face.path("Landmarks")).remove(missing);
        assertThat(Landmarks.of(face)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'0.1'", "null", "1e999", "-1e9", "2.5", "[]"})
    void whatIsNoPlaceNearThePhotoIsNoLandmark(String x) throws JsonProcessingException {
        assertThat(Landmarks.of(json(FACE.replace("0.1", x)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'Landmarks':null}", "{'Landmarks':'eyeLeft'}", "{'Landmarks':[1,null,[]]}", "[]"})
    void aFaceOfWhichNothingWasSaidHasNone(String face) throws JsonProcessingException {
        assertThat(Landmarks.of(json(face))).isEmpty();
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return Json.MAPPER.readTree(text.replace('\'', '"'));
    }
}
