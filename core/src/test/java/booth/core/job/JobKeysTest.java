package booth.core.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobKeysTest {
    private static final JobId JOB = new JobId("0123456789abcdef0123456789abcdef");
    private static final int WHILE_WRITTEN = ".".length() + "-".length() + 36; // S3Proxy adds a UUID
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
    void aPhotoThatIsCalledLikeOursMeetsNoneOfThem() {
        JobKeys keys = new JobKeys(JOB, "mask_face.png", Optional.empty());

        assertThat(keys.upload()).isEqualTo(FOLDER + "mask_face.png");
        assertThat(keys.mask()).isEqualTo(FOLDER + "mask_mask_face.png");
        assertThat(keys.pictures()).noneMatch(JobKeys::isMask).doesNotContain(keys.upload());
        assertThat(new JobKeys(JOB, "photo_face_1.jpeg", Optional.empty()).pictures())
                .containsExactly(
                        FOLDER + "photo_photo_face_1_1.jpeg",
                        FOLDER + "photo_photo_face_1_2.jpeg",
                        FOLDER + "photo_photo_face_1_3.jpeg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "사", "🦄"})
    void whatIsMadeOfTheLongestNameFitsAFileSystemToo(String character) {
        String longest = character.repeat(JobRequest.MAX_FILENAME / bytes(character));
        JobRequest.requireFilename(longest);
        JobKeys keys = new JobKeys(JOB, longest, Optional.empty());

        assertThat(List.of(keys.upload(), keys.mask(), keys.maskOf(10), keys.picture(10)))
                .allSatisfy(key -> assertThat(bytes(key.substring(FOLDER.length())) + WHILE_WRITTEN)
                        .isLessThanOrEqualTo(255));
    }

    private static int bytes(String text) {
        return text.getBytes(UTF_8).length;
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
