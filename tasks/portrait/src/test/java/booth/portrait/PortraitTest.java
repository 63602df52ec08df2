package booth.portrait;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Refused;
import booth.core.image.Box;
import booth.core.image.ImageBytes;
import booth.core.job.ErasureAwareStore;
import booth.core.job.InMemoryExecutions;
import booth.core.job.InMemoryObjectStore;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.JobRequest;
import booth.core.job.Jobs;
import booth.core.job.Subject;
import booth.core.operating.Erase;
import booth.matting.Figure;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortraitTest {
    private static final String FRAME = "photo/0123456789abcdef0123456789abcdef/frame.png";
    private static final List<String> PICTURES = List.of("photo/a_1.jpeg", "photo/a_2.jpeg", "photo/a_3.jpeg");

    private static final String NOTICES = "photo/a/notices.json";

    private final InMemoryObjectStore store = new InMemoryObjectStore();

    @Test
    void threePicturesAreMadeOfOnePhoto() {
        Figure figure = Figure.standing(512, 512, 0x4080C0);
        store.write(FRAME, ImageBytes.png(figure.photo()));
        Portrait.Output made = new Portrait(store, (photo, faces) -> figure.matte())
                .apply(new Portrait.Input(FRAME, List.of(), Subject.ALL, PICTURES, NOTICES));
        assertThat(made.pictures())
                .containsExactly(
                        new Portrait.Made(1, "succeeded", PICTURES.get(0)),
                        new Portrait.Made(2, "succeeded", PICTURES.get(1)),
                        new Portrait.Made(3, "succeeded", PICTURES.get(2)));
        assertThat(store.exists(NOTICES)).isFalse();
        for (String key : PICTURES)
            assertThat(new String(store.read(key), ISO_8859_1))
                    .contains("/digitalsourcetype/algorithmicallyEnhanced\"");
        BufferedImage stage = ImageBytes.decode("stage", store.read(PICTURES.get(2)));
        assertThat(stage.getWidth()).isEqualTo(512);
        assertThat(stage.getRGB(5, 5) & 255).isLessThan(50);
    }

    @Test
    void aPhotoOfNobodyComesBackAsItIsAndTheJobSaysSo() {
        Figure figure = Figure.standing(256, 192, 0x4080C0);
        store.write(FRAME, ImageBytes.png(figure.photo()));
        new Portrait(store, (photo, faces) -> new float[256 * 192])
                .apply(new Portrait.Input(FRAME, List.of(), Subject.ALL, PICTURES, NOTICES));
        assertThat(new String(store.read(NOTICES), UTF_8)).contains("NO_PERSON");
        for (String key : PICTURES) {
            BufferedImage picture = ImageBytes.decode(key, store.read(key));
            assertThat(picture.getRGB(3, 3) & 255).isBetween(0xC0 - 3, 0xC0 + 3);
        }
    }

    @Test
    void fewerKeysThanStylesAreAMistake() {
        assertThatThrownBy(() -> new Portrait.Input(FRAME, List.of(), Subject.ALL, PICTURES.subList(0, 2), NOTICES))
                .hasMessageContaining("3 pictures, not 2");
    }

    @Test
    void whoIsNotMeantIsPartOfTheBackground() {
        Figure figure = Figure.standing(512, 512, 0x4080C0);
        store.write(FRAME, ImageBytes.png(figure.photo()));
        Box left = new Box(120, 200, 220, 320);
        Box right = new Box(300, 200, 360, 280);
        new Portrait(store, (photo, faces) -> figure.matte())
                .apply(new Portrait.Input(
                        FRAME,
                        List.of(new Portrait.Face(left), new Portrait.Face(right)),
                        Subject.of("face 2"),
                        PICTURES,
                        NOTICES));
        BufferedImage stage = ImageBytes.decode("stage", store.read(PICTURES.get(2)));
        assertThat(stage.getRGB(160, 420) & 255).as("the left one").isLessThan(60);
        assertThat(stage.getRGB(340, 420) & 255).as("the right one").isBetween(0x80 - 8, 0x80 + 8);
    }

    /** Its erasure comes and goes while the task looks for people, so that nobody but the task could clean up. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofAGuestWhoIsErasedMeanwhileNothingIsKept(boolean somebody) {
        JobId id = new JobId("0123456789abcdef0123456789abcdef");
        JobRequest request =
                new JobRequest("a.jpg", "image/jpeg", Optional.empty(), Optional.empty(), "hall", List.of());
        Job job = Job.awaitingUpload(id, request, Instant.EPOCH).queued(0, Instant.EPOCH);
        new Jobs(store).create(job);
        Figure figure = Figure.standing(256, 192, 0x4080C0);
        store.write(FRAME, ImageBytes.png(figure.photo()));
        Erase erase = new Erase(store, new InMemoryObjectStore(), new InMemoryExecutions(), () -> Instant.EPOCH);
        Portrait portrait = new Portrait(new ErasureAwareStore(store), (photo, faces) -> {
            erase.erase(id);
            return somebody ? figure.matte() : new float[256 * 192];
        });
        Portrait.Input input =
                new Portrait.Input(FRAME, List.of(), Subject.ALL, job.keys().pictures(), JobKeys.notices(id));

        assertThatThrownBy(() -> portrait.apply(input))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(ErasureAwareStore.CODE));

        assertThat(store.list("")).isEmpty();
    }

    @Test
    void aFaceThatIsNotThereIsRefusedInWords() {
        assertThatThrownBy(() -> new Portrait.Input(FRAME, List.of(), Subject.of("face 3"), PICTURES, NOTICES))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Face 3 was asked for, but only 0");
    }
}
