package booth.monster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import booth.core.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoseTest {
    @Test
    void degreesAreRead() throws JsonProcessingException {
        Pose pose = pose("{\"Pose\":{\"Roll\":3,\"Yaw\":-30,\"Pitch\":12}}");
        assertThat(Math.toDegrees(pose.yaw())).isEqualTo(-30, offset(1e-9));
        assertThat(Math.toDegrees(pose.pitch())).isEqualTo(12, offset(1e-9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"Pose\":7}",
                "{\"Pose\":{\"Yaw\":\"left\",\"Pitch\":null}}",
                "{\"Pose\":{\"Yaw\":1e999,\"Pitch\":0}}",
                "{\"Pose\":{\"Yaw\":5,\"Pitch\":-5}}"
            })
    void whoIsNotKnownToLookAwayLooksIntoTheCamera(String face) throws JsonProcessingException {
        assertThat(pose(face)).isEqualTo(Pose.FRONTAL);
    }

    @Test
    void aProfileIsTakenForTheFarthestTurnThatAMaskShows() throws JsonProcessingException {
        Pose pose = pose("{\"Pose\":{\"Yaw\":95,\"Pitch\":-80}}");
        assertThat(Math.toDegrees(pose.yaw())).isEqualTo(60, offset(1e-9));
        assertThat(Math.toDegrees(pose.pitch())).isEqualTo(-40, offset(1e-9));
    }

    private static Pose pose(String json) throws JsonProcessingException {
        return Pose.of(Json.MAPPER.readTree(json));
    }
}
