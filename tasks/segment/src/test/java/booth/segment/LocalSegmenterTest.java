package booth.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Concurrently;
import booth.core.image.Box;
import booth.core.image.ImageBytes;
import booth.core.image.Mask;
import booth.core.image.Photo;
import booth.core.job.InMemoryObjectStore;
import booth.vision.Embedding;
import booth.vision.Models;
import booth.vision.Sam2;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** With the real SAM 2, on a photo of a woman in front of a dark wall. */
class LocalSegmenterTest {
    private static final Box HEAD = new Box(447, 203, 550, 327);

    private static final Sam2 SAM = new Sam2(Models.find(Map.of()));

    private final InMemoryObjectStore store = new InMemoryObjectStore();
    private final StoredFrame frame = new StoredFrame(store, "photo/x/frame.png");
    private final LocalSegmenter segmenter = new LocalSegmenter(SAM);

    @Test
    void allWhoAskForAFaceAtOnceGetItsOutline() throws IOException {
        storeFrame();

        List<Mask> masks = Concurrently.each(List.of(HEAD, HEAD, HEAD), box -> segmenter.segment(frame, box));

        Mask mask = masks.get(0);
        assertThat(masks).containsExactly(mask, mask, mask);
        assertThat(mask.width()).isEqualTo(1024);
        assertThat(mask.height()).isEqualTo(640);
        assertThat(mask.kept(499, 260)).as("between the eyes").isTrue();
        assertThat(mask.kept(20, 20)).as("the wall").isFalse();
        assertThat(mask.keptPixels()).isBetween((int) (0.4 * HEAD.area()), (int) (3 * HEAD.area()));
    }

    @Test
    void aMissingFrameIsAnIncidentThatNamesIt() {
        assertThatThrownBy(() -> segmenter.segment(frame, HEAD)).hasMessageContaining("photo/x/frame.png");
    }

    @Test
    void oneSandboxLooksAndEveryOtherOutlinesWhatItSaw() throws IOException {
        storeFrame();
        segmenter.encode(frame);

        LocalSegmenter another = new LocalSegmenter(SAM, photo -> {
            throw new AssertionError("SAM looked at the frame twice.");
        });

        assertThat(difference(another.segment(frame, HEAD), segmenter.segment(frame, HEAD)))
                .isLessThan(.001);
    }

    @Test
    void whatWasSeenInAnotherVersionOfTheFrameIsNotUsed() throws IOException {
        storeFrame();
        segmenter.encode(frame);
        storeFrame(); // as a replay does

        AtomicInteger looks = new AtomicInteger();
        LocalSegmenter another = new LocalSegmenter(SAM, photo -> {
            looks.incrementAndGet();
            return SAM.encode(photo);
        });

        assertThat(another.segment(frame, HEAD).kept(499, 260)).isTrue();
        assertThat(looks).hasValue(1);
    }

    @Test
    void damagedOrOversizedEmbeddingsAreLookedPast() throws IOException {
        storeFrame();
        segmenter.encode(frame);
        byte[] whole = store.read(frame.embeddingKey());
        for (byte[] bad :
                List.of(new byte[0], new byte[3], Arrays.copyOf(whole, whole.length - 1), new byte[17 << 20])) {
            store.write(frame.embeddingKey(), bad);

            assertThat(new StoredEmbedding(frame, frame.version()).find()).isEmpty();
        }
    }

    @Test
    void nothingOfAGuestWhoIsErasedMeanwhileIsWritten() throws IOException {
        storeFrame();
        LocalSegmenter slow = new LocalSegmenter(SAM, photo -> {
            Embedding seen = SAM.encode(photo);
            store.delete(frame.key());
            return seen;
        });

        assertThatThrownBy(() -> slow.encode(frame)).hasMessageContaining("photo/x/frame.png");
        assertThat(store.list("photo/")).isEmpty();
    }

    private void storeFrame() throws IOException {
        Path sample = Models.find(Map.of()).samples().get(0);
        store.write(frame.key(), ImageBytes.png(Photo.frame(Files.readAllBytes(sample), Photo.Fit.SQUASH)));
    }

    private static double difference(Mask a, Mask b) {
        Mask both = new Mask(a.width(), a.height());
        both.or(a);
        both.or(b);
        int union = both.keptPixels();
        return 1 - (a.keptPixels() + b.keptPixels() - union) / (double) union;
    }
}
