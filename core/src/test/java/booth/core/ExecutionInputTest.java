package booth.core;

import static org.assertj.core.api.Assertions.assertThat;

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
                                + "'photo/ID/photo_abc_2.jpeg','photo/ID/photo_abc_3.jpeg'],'prompts':['a meadow']}")
                        .replace('\'', '"')
                        .replace("ID", ID));
    }
}
