package booth.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobRequestTest {
    @ParameterizedTest
    @ValueSource(strings = {"face.jpg", "a.b.jpg", "face", "FACE.JPG", ".hidden", "우리 가족.png", "a+b %20.jpg"})
    void ordinaryFileNamesAreTaken(String filename) {
        assertThatCode(() -> request(filename, "image/jpeg")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "../a",
                "a/b.jpg",
                "a\\b.jpg",
                "a..jpg",
                "photo_face_1.jpeg",
                "mask_face.png",
                "a\nb"
            })
    void namesThatCouldLeaveTheFolderOrMeetOursAreRefused(String filename) {
        assertThatThrownBy(() -> request(filename, "image/jpeg")).hasMessageStartingWith("INVALID_FILENAME: ");
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
}
