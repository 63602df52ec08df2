package booth.monster;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Concurrently;
import booth.core.Refused;
import booth.core.image.ImageBytes;
import booth.core.job.ErasureAwareStore;
import booth.core.job.InMemoryExecutions;
import booth.core.job.InMemoryObjectStore;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.JobRequest;
import booth.core.job.Jobs;
import booth.core.job.Notice;
import booth.core.job.Seed;
import booth.core.operating.Erase;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonsterTest {
    private static final String NOTICES = Party.FOLDER + "notices.json";

    @Test
    void threePicturesAreMadeAndEachIsAnotherCast() {
        InMemoryObjectStore store = new Party(512, 1024).face(256, 400, 200).store();
        Monster.Output made = new Monster(store).apply(input("", 43));
        assertThat(notices(store)).isEmpty();
        assertThat(made.pictures())
                .containsExactly(
                        new Monster.Made(1, "succeeded", Party.PICTURES.get(0)),
                        new Monster.Made(2, "succeeded", Party.PICTURES.get(1)),
                        new Monster.Made(3, "succeeded", Party.PICTURES.get(2)));
        List<Integer> noses = Party.PICTURES.stream()
                .map(key -> picture(store, key).getRGB(256, 460))
                .toList();
        assertThat(new HashSet<>(noses)).hasSize(3);
        assertThat(store.read(Party.PICTURES.get(0))).startsWith(0xFF, 0xD8, 0xFF);
        for (String key : Party.PICTURES)
            assertThat(new String(store.read(key), ISO_8859_1)).contains("/digitalsourcetype/composite\"");
    }

    @Test
    void aMaskIsWornOnTheFaceAndNowhereElse() {
        InMemoryObjectStore store = new Party(1024, 512).face(250, 220, 120).store();
        new Monster(store).apply(input("bear", 1));
        BufferedImage picture = picture(store, Party.PICTURES.get(0));
        assertThat(blue(picture, 250, 170)).isLessThan(0x60); // the bear's brown forehead
        assertThat(blue(picture, 700, 300)).isBetween(0x80 - 3, 0x80 + 3);
    }

    @Test
    void aFaceThatIsTooSmallIsLeftAloneAndTheOutputSaysWhich() {
        Party party = new Party(1024, 512).face(150, 200, 100).face(400, 300, 29);
        InMemoryObjectStore store = party.store();
        new Monster(store).apply(input("", 1));
        assertThat(notices(store)).containsExactly("FACE_TOO_SMALL of face 2");
        assertUntouched(store, 400, 300);
        InMemoryObjectStore large = new Party(1024, 512).face(150, 200, 31).store(); // 40 px from hairline to chin
        new Monster(large).apply(input("", 1));
        assertThat(notices(large)).isEmpty();
    }

    @Test
    void aFaceWithoutLandmarksIsLeftAloneAndTheOutputSaysWhich() {
        Party party = new Party(1024, 512);
        ObjectNode noJaw = party.attributes(150, 200, 100);
        ((ArrayNode) noJaw.path("Landmarks")).remove(4);
        party.face(150, 200, 100, noJaw).face(380, 300, 90);
        InMemoryObjectStore store = party.store();
        new Monster(store).apply(input("", 1));
        assertThat(notices(store)).containsExactly("NO_LANDMARKS of face 1");
        assertUntouched(store, 150, 200);
    }

    @Test
    void aJawWithoutWidthIsNoLandmark() {
        Party party = new Party(1024, 512);
        InMemoryObjectStore store =
                party.face(150, 200, 100, party.attributes(150, 200, 0)).store();
        new Monster(store).apply(input("", 1));
        assertThat(notices(store)).containsExactly("NO_LANDMARKS of face 1");
    }

    @Test
    void aWishThatNamesNoMaskIsToldAndEverybodyWearsOneAllTheSame() {
        InMemoryObjectStore store = new Party(1024, 512).face(256, 220, 120).store();
        Monster.Output made = new Monster(store).apply(input("unicorn", 1));
        assertThat(notices(store)).containsExactly("UNKNOWN_MASK");
        assertThat(made.pictures()).hasSize(3);
    }

    @Test
    void thoseInFrontWearTheirMasksInFront() {
        Party party = new Party(1024, 512).face(220, 260, 200).face(320, 180, 90);
        InMemoryObjectStore store = party.store();
        new Monster(store).apply(input("pumpkin, skeleton", 1));
        assertThat(blue(picture(store, Party.PICTURES.get(0)), 295, 215)).isLessThan(0x60);
    }

    @Test
    void fortyFacesAllWearMasks() {
        Party party = new Party(1024, 640);
        for (int k = 0; k < 40; k++) party.face(70 + k % 8 * 125, 80 + k / 8 * 120, 60 - k / 2);
        InMemoryObjectStore store = party.store();
        new Monster(store).apply(input("", 7));
        assertThat(notices(store)).isEmpty();
        for (int k = 0; k < 40; k++) {
            int x = 70 + k % 8 * 125;
            int y = 80 + k / 8 * 120 + (60 - k / 2) / 4;
            assertThat(differs(party.photo, picture(store, Party.PICTURES.get(0)), x, y))
                    .as("face %d", k + 1)
                    .isTrue();
        }
    }

    @Test
    void aPhotoOfNobodyComesBackAsItIs() {
        InMemoryObjectStore store = new Party(1024, 512).store();
        Monster.Output made = new Monster(store).apply(input("cute", 1));
        assertThat(made.pictures()).hasSize(3);
        assertUntouched(store, 256, 256);
    }

    @Test
    void aTaskThatWasKilledMakesTheSamePicturesWhenItRunsAgain() {
        InMemoryObjectStore store = new Party(1024, 512).face(256, 220, 120).store();
        new Monster(store).apply(input("", 9));
        List<byte[]> first = Party.PICTURES.stream().map(store::read).toList();
        store.delete(Party.PICTURES.get(2)); // it was killed before the last
        new Monster(store).apply(input("", 9));
        for (int i = 0; i < 3; i++)
            assertThat(store.read(Party.PICTURES.get(i))).isEqualTo(first.get(i));
    }

    @Test
    void manyJobsAtOnceDoNotMixTheirGuests() {
        InMemoryObjectStore alone = new Party(1024, 512).face(256, 220, 120).store();
        new Monster(alone).apply(input("", 9));
        InMemoryObjectStore store = new Party(1024, 512).face(256, 220, 120).store();
        Monster monster = new Monster(store);
        List<Monster.Input> crowd =
                Collections.nCopies(6, null).stream().map(none -> input("", 9)).toList();
        Concurrently.each(crowd, monster);
        assertThat(store.read(Party.PICTURES.get(1))).isEqualTo(alone.read(Party.PICTURES.get(1)));
    }

    @Test
    void ofAnErasedGuestNothingIsWritten() {
        InMemoryObjectStore store = new Party(1024, 512).face(256, 220, 120).store();
        store.delete(Party.FACES);
        store.delete(Party.FRAME);
        assertThatThrownBy(() -> new Monster(store).apply(input("", 9))).hasMessageContaining(Party.FRAME);
        assertThat(store.list(Party.FOLDER)).isEmpty();
    }

    /** Its erasure comes and goes while the task is at work, so that nobody but the task could clean up. */
    @ParameterizedTest
    @ValueSource(strings = {"", "unicorn"})
    void ofAGuestWhoIsErasedMeanwhileNothingIsKept(String wish) {
        InMemoryObjectStore store = new Party(1024, 512).face(256, 220, 120).store();
        JobId id = JobKeys.jobOf(Party.FRAME).orElseThrow();
        JobRequest request =
                new JobRequest("a.jpg", "image/jpeg", Optional.empty(), Optional.empty(), "hall", List.of());
        new Jobs(store).create(Job.awaitingUpload(id, request, Instant.EPOCH).queued(0, Instant.EPOCH));
        Erase erase = new Erase(store, new InMemoryObjectStore(), new InMemoryExecutions(), () -> Instant.EPOCH);
        store.afterRead(Party.FACES, () -> erase.erase(id));

        assertThatThrownBy(() -> new Monster(new ErasureAwareStore(store)).apply(input(wish, 9)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(ErasureAwareStore.CODE));

        assertThat(store.list("")).isEmpty();
    }

    @Test
    void damagedFacesAreNamed() {
        InMemoryObjectStore store = new Party(1024, 512).face(256, 220, 120).store();
        for (String damaged :
                List.of("", "{", "[]", "{\"frame\":{\"width\":1024,\"height\":512},\"faces\":[{}],\"glasses\":[]}")) {
            store.write(Party.FACES, damaged.getBytes(UTF_8));
            assertThatThrownBy(() -> new Monster(store).apply(input("", 9)))
                    .as(damaged)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(Party.FACES + " is not a valid Faces");
        }
    }

    @Test
    void facesOfAnotherFrameAreAMistake() {
        InMemoryObjectStore store = new Party(512, 1024).face(256, 220, 120).store();
        store.write(Party.FRAME, ImageBytes.png(new Party(1024, 512).photo));
        assertThatThrownBy(() -> new Monster(store).apply(input("", 9))).hasMessageContaining("another frame");
    }

    @Test
    void fewerKeysThanCastsAreAMistake() {
        assertThatThrownBy(() -> new Monster.Input(
                        Party.FRAME, Party.FACES, Party.PICTURES.subList(0, 2), Optional.empty(), new Seed(1), NOTICES))
                .hasMessageContaining("3 casts, not 2");
    }

    private static Monster.Input input(String wish, long seed) {
        return new Monster.Input(
                Party.FRAME,
                Party.FACES,
                Party.PICTURES,
                Optional.of(wish).filter(said -> !said.isEmpty()),
                new Seed(seed),
                NOTICES);
    }

    private static List<String> notices(InMemoryObjectStore store) {
        return Notice.read(store, NOTICES).stream()
                .map(notice -> notice.code()
                        + notice.face().map(face -> " of face " + face).orElse(""))
                .toList();
    }

    private static void assertUntouched(InMemoryObjectStore store, int x, int y) {
        BufferedImage before = ImageBytes.decode("frame", store.read(Party.FRAME));
        for (String key : Party.PICTURES)
            assertThat(differs(before, picture(store, key), x, y)).as(key).isFalse();
    }

    private static boolean differs(BufferedImage before, BufferedImage after, int x, int y) {
        int a = before.getRGB(x, y);
        int b = after.getRGB(x, y);
        return Math.abs((a & 255) - (b & 255))
                        + Math.abs((a >> 8 & 255) - (b >> 8 & 255))
                        + Math.abs((a >> 16 & 255) - (b >> 16 & 255))
                > 12;
    }

    private static BufferedImage picture(InMemoryObjectStore store, String key) {
        return ImageBytes.decode(key, store.read(key));
    }

    private static int blue(BufferedImage picture, int x, int y) {
        return picture.getRGB(x, y) & 255;
    }
}
