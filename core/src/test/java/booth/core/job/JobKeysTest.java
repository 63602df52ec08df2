package booth.core.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobKeysTest {
    private static final JobId JOB = new JobId("0123456789abcdef0123456789abcdef");
    private static final String FOLDER = "photo/0123456789abcdef0123456789abcdef/";

    @Test
    void withoutAnIdPicturesAreNamedAfterThePhoto() {
        JobKeys keys = new JobKeys(JOB, "face.jpg", Optional.empty());

        assertThat(keys.upload()).isEqualTo(FOLDER + "face.jpg");
        assertThat(keys.mask()).isEqualTo(FOLDER + "mask_face.png");
        assertThat(keys.pictures())
                .isEqualTo(List.of(
                        FOLDER + "photo_face_1.jpeg", FOLDER + "photo_face_2.jpeg", FOLDER + "photo_face_3.jpeg"));
    }

    @Test
    void anIdNamesThePicturesButNotTheMask() {
        JobKeys keys = new JobKeys(JOB, "face.jpg", Optional.of("abc"));

        assertThat(keys.picture(1)).isEqualTo(FOLDER + "photo_abc_1.jpeg");
        assertThat(keys.mask()).isEqualTo(FOLDER + "mask_face.png");
    }

    @ParameterizedTest
    @CsvSource({
        "a.b.jpg,      a",
        "face,         face",
        "FACE.JPG,     FACE",
        "face.PNG,     face",
        ".hidden.jpg,  hidden",
        ".jpg,         jpg",
        "김 민수.jpeg,   김 민수",
    })
    void stemEndsAtTheFirstDot(String filename, String stem) {
        JobKeys keys = new JobKeys(JOB, filename, Optional.empty());

        assertThat(keys.mask()).isEqualTo(FOLDER + "mask_" + stem + ".png");
        assertThat(keys.picture(2)).isEqualTo(FOLDER + "photo_" + stem + "_2.jpeg");
        assertThat(keys.upload()).isEqualTo(FOLDER + filename);
    }

    @Test
    void artefactsLieInTheJobsFolder() {
        assertThat(List.of(JobKeys.jobRecord(JOB), JobKeys.faces(JOB), JobKeys.frame(JOB), JobKeys.face(JOB, 7)))
                .containsExactly(
                        FOLDER + "job.json", FOLDER + "faces.json", FOLDER + "frame.png", FOLDER + "face-7.png");
    }

    @Test
    void aKeyLeadsBackToItsJob() {
        assertThat(JobKeys.jobOf(FOLDER + "face.jpg")).contains(JOB);
        assertThat(JobKeys.jobOf(FOLDER + "listeners/abc")).contains(JOB);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "photo/face.jpg",
                "photo/0123456789abcdef0123456789abcdef",
                "photo/0123456789ABCDEF0123456789ABCDEF/face.jpg",
                "photos/0123456789abcdef0123456789abcdef/face.jpg",
                "docs/0123456789abcdef0123456789abcdef/face.jpg",
                "",
                "/",
            })
    void aKeyOfSomethingElseLeadsNowhere(String key) {
        assertThat(JobKeys.jobOf(key)).isEmpty();
    }
}
