package booth.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Concurrently;
import booth.core.image.Box;
import booth.core.image.ImageBytes;
import booth.core.image.Mask;
import booth.core.image.Photo;
import booth.core.job.InMemoryObjectStore;
import booth.vision.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** With the real SAM 2, on a photo of a woman in front of a dark wall. */
class LocalSegmenterTest {
    private static final Box HEAD = new Box(447, 203, 550, 327);

    private final InMemoryObjectStore store = new InMemoryObjectStore();
    private final StoredFrame frame = new StoredFrame(store, "photo/x/frame.png");
    private final LocalSegmenter segmenter = LocalSegmenter.open(Optional.empty());

    @Test
    void allWhoAskForAFaceAtOnceGetItsOutline() throws IOException {
        Path sample = Models.find(Map.of()).samples().get(0);
        store.write(frame.key(), ImageBytes.png(Photo.frame(Files.readAllBytes(sample), Photo.Fit.SQUASH)));

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
}
