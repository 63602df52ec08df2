package booth.core.job;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExecutionInputTest {
    private static final String ID = "0123456789abcdef0123456789abcdef";

    @Test
    void everyNameOfTheJobIsSettledAtItsStart() {
        Job job = Job.awaitingUpload(
                new JobId(ID),
                new JobRequest(
                        "face.jpg", "image/jpeg", Optional.of("abc"), Optional.empty(), "hall", List.of("a meadow")),
                Instant.EPOCH);

        assertThat(Json.text(ExecutionInput.of(job)))
                .isEqualTo(("{'jobId':'ID','booth':'hall','upload':'photo/ID/face.jpg','folder':'photo/ID/',"
                                + "'mask':'photo/ID/mask_face.png','pictures':['photo/ID/photo_abc_1.jpeg',"
                                + "'photo/ID/photo_abc_2.jpeg','photo/ID/photo_abc_3.jpeg'],'prompts':['a meadow'],"
                                + "'mode':'together','look':'worlds','subject':'all','seed':SEED,'faceMasks':[]}")
                        .replace('\'', '"')
                        .replace(
                                "SEED", String.valueOf(Seed.of(new JobId(ID), 0).value()))
                        .replace("ID", ID));
    }

    @Test
    void theLookDecidesWhichWayThePhotoGoes() {
        JobRequest request = new JobRequest(
                        "face.jpg", "image/jpeg", Optional.empty(), Optional.empty(), "hall", List.of())
                .with(LookChoice.of(Look.PORTRAIT));

        ExecutionInput input = ExecutionInput.of(Job.awaitingUpload(new JobId(ID), request, Instant.EPOCH));

        assertThat(Json.text(input.look())).isEqualTo("\"portrait\"");
        assertThat(input.pictures()).hasSize(3);
    }

    @Test
    void whereEachFaceHasItsPictureThereAreNamesForTen() {
        JobRequest request = new JobRequest(
                        "face.jpg", "image/jpeg", Optional.empty(), Optional.empty(), "hall", List.of())
                .with(PictureMode.EACH);

        ExecutionInput input = ExecutionInput.of(Job.awaitingUpload(new JobId(ID), request, Instant.EPOCH));

        assertThat(Json.text(input.mode())).isEqualTo("\"each\"");
        assertThat(input.pictures())
                .hasSize(10)
                .startsWith("photo/" + ID + "/photo_face_1.jpeg")
                .endsWith("photo/" + ID + "/photo_face_10.jpeg");
        assertThat(input.faceMasks())
                .hasSize(10)
                .startsWith("photo/" + ID + "/mask_face_1.png")
                .doesNotContain(input.mask());
    }
}
