package booth.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Json;
import booth.core.Refused;
import booth.core.TestJson;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobRequestTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "face.jpg",
                "a.b.jpg",
                "face",
                "FACE.JPG",
                ".hidden",
                "우리 가족.png",
                "a+b %20.jpg",
                "photo_face_1.jpeg",
                "mask_face.png"
            })
    void ordinaryFileNamesAreTaken(String filename) {
        assertThatCode(() -> request(filename, "image/jpeg")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../a", "a/b.jpg", "a\\b.jpg", "a..jpg", "a\nb", "a\0.jpg", "a\ud800.jpg"})
    void namesThatCouldLeaveTheFolderOrCannotBeWrittenAreRefused(String filename) {
        assertThatThrownBy(() -> request(filename, "image/jpeg")).hasMessageStartingWith("INVALID_FILENAME: ");
    }

    /** 196 syllables have 588 bytes: no file system takes them, and whoever waited for the photo did so for ever. */
    @Test
    void aNewNameHasAtMost200BytesHoweverFewCharactersTheyAre() {
        request("사".repeat(66) + "ab", "image/jpeg").requireNew();
        request("a".repeat(200), "image/jpeg").requireNew();
        assertThatThrownBy(() -> request("사".repeat(196), "image/jpeg").requireNew())
                .hasMessageStartingWith(
                        "INVALID_FILENAME: The file name must have at most 200 bytes as UTF-8, not 588");
        assertThatThrownBy(() -> JobRequest.requireFilename("사".repeat(67))).hasMessageContaining("not 201");
    }

    @Test
    void aPromptHasWholeCharactersAndNoNull() {
        prompts("a 🦄 meadow", "초원").requireNew();
        assertThatThrownBy(() -> prompts("a \ud83e meadow")).hasMessageStartingWith("INVALID_PROMPTS: ");
        assertThatThrownBy(() -> prompts("a \0 meadow").requireNew())
                .hasMessage("INVALID_PROMPTS: A prompt must not hold the character U+0000.");
    }

    /** They were taken by earlier releases, and their guests still come for their pictures. */
    @Test
    void whatOnlyNewJobsMayNotHaveIsStillRead() {
        for (JobRequest old : List.of(request("사".repeat(196), "image/jpeg"), prompts("a\0b")))
            assertThat(TestJson.read(Json.text(old), JobRequest.class)).isEqualTo(old);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/heic", "image/gif", "text/html", "", "IMAGE/JPEG"})
    void otherTypesAreRefused(String type) {
        assertThatThrownBy(() -> request("face.jpg", type)).hasMessageStartingWith("UNSUPPORTED_TYPE: ");
    }

    @Test
    void idsThatWouldSpoilAKeyAreRefusedByName() {
        assertThatThrownBy(() ->
                        new JobRequest("a.jpg", "image/jpeg", Optional.of("a/b"), Optional.empty(), "booth", List.of()))
                .hasMessageStartingWith("INVALID_ID: ");
        assertThatThrownBy(() ->
                        new JobRequest("a.jpg", "image/jpeg", Optional.empty(), Optional.of("a b"), "booth", List.of()))
                .hasMessageStartingWith("INVALID_REQUESTID: ");
        assertThatThrownBy(
                        () -> new JobRequest("a.jpg", "image/jpeg", Optional.empty(), Optional.empty(), "", List.of()))
                .hasMessageStartingWith("INVALID_BOOTH: ");
    }

    @Test
    void aRefusalOfHalfACharacterCanBeWritten() {
        assertThatThrownBy(() -> JobRequest.requireToken("id", "a\udc00"))
                .hasMessage("INVALID_ID: 'id' must be 1 to 64 letters, digits, '-' or '_': 'a?'.");
    }

    @Test
    void atMostThreePromptsOfAtMost512Characters() {
        assertThat(prompts("x".repeat(512), "b", "c").prompts()).hasSize(3);
        assertThatThrownBy(() -> prompts("x".repeat(513))).hasMessageStartingWith("INVALID_PROMPTS: ");
        assertThatThrownBy(() -> prompts("a", "b", "c", "d")).hasMessageStartingWith("INVALID_PROMPTS: ");
        assertThatThrownBy(() -> prompts(" ")).hasMessageStartingWith("INVALID_PROMPTS: ");
    }

    private static JobRequest prompts(String... prompts) {
        return new JobRequest("a.jpg", "image/jpeg", Optional.empty(), Optional.empty(), "booth", List.of(prompts));
    }

    private static JobRequest request(String filename, String type) {
        return new JobRequest(filename, type, Optional.empty(), Optional.empty(), "booth", List.of());
    }

    @Test
    void promptsBelongToWorldsAlone() {
        JobRequest painted =
                new JobRequest("a.jpg", "image/jpeg", Optional.empty(), Optional.empty(), "hall", List.of("a meadow"));

        assertThat(painted.with(LookChoice.of(Look.WORLDS)).prompts()).hasSize(1);
        assertThatThrownBy(() -> painted.with(LookChoice.of(Look.PORTRAIT)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("'portrait' paints nothing");
    }

    @Test
    void aPictureForEachFaceIsMadeOfWorldsAlone() {
        JobRequest each = new JobRequest("a.jpg", "image/jpeg", Optional.empty(), Optional.empty(), "hall", List.of())
                .with(PictureMode.EACH);

        assertThatThrownBy(() -> each.with(LookChoice.of(Look.PORTRAIT)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("worlds");
    }
}
