package booth.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Refused;
import booth.core.image.Photo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Photos that are refused, and those that only seem to be such. */
class RefusedPhotoTest extends WithAPhoto {
    @Test
    void aPhotoWithTooManyBytesIsRefused() {
        uploads.write(UPLOAD, new byte[Photo.MAX_BYTES + 1]);

        assertThatThrownBy(this::detect).isInstanceOf(Refused.class).hasMessageStartingWith("PHOTO_TOO_LARGE: ");
        assertThat(jobs.list("")).isEmpty();
    }

    @Test
    void aFileThatIsNoPhotoIsRefused() {
        uploads.write(UPLOAD, "GIF89a".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

        assertThatThrownBy(this::detect).isInstanceOf(Refused.class).hasMessageStartingWith("UNSUPPORTED_TYPE: ");
    }

    @Test
    void aPhotoThatIsGoneBeforeItIsLookedAtIsToBeSentAgain() {
        assertThatThrownBy(this::detect)
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("PHOTO_GONE: ")
                .hasMessageContaining("send it again");
        assertThat(jobs.list("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"4000, 1300", "1300, 4000", "4000, 500"})
    void onAPanoramaWithoutFacesNobodyIsToldToStepCloser(int width, int height) {
        upload(width, height);

        assertThatThrownBy(this::detect)
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("PHOTO_TOO_NARROW: ")
                .hasMessageContaining("crop it to the people");
        assertThat(jobs.exists(FACES)).isTrue();
    }

    @Test
    void aPanoramaWithAFaceIsAPhotoLikeAnyOther() {
        upload(4000, 500);
        detector.face(.1, .1, .1, .8);

        assertThat(tree(detect()).path("faces")).hasSize(1);
    }

    @Test
    void aPhotoAsLongAsATelephoneIsNoPanorama() {
        upload(2520, 1080);

        assertThat(tree(detect()).path("faces")).isEmpty();
    }
}
