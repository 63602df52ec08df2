package booth.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Refused;
import booth.core.function.Invocation;
import booth.core.image.Box;
import booth.core.image.ImageBytes;
import booth.core.image.Mask;
import booth.core.image.PixelRect;
import booth.core.job.InMemoryObjectStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SegmentTest {
    private final InMemoryObjectStore store = new InMemoryObjectStore();
    /** Outlines the box itself, on a frame of 1024×64. */
    private final SegmentHandler handler = new SegmentHandler(store, (frame, box) -> {
        Mask mask = new Mask(1024, 64);
        mask.keep(new PixelRect((int) box.x1(), (int) box.y1(), (int) box.x2(), (int) box.y2()));
        return mask;
    });

    @Test
    void theFaceInTheBoxBecomesABlackShapeOnWhite() {
        String answer =
                Invocation.of(handler, "{'frame':'frame.png','box':[10.5,20,110.25,60],'mask':'photo/x/face-1.png'}");

        assertThat(answer).isEqualTo("{\"mask\":\"photo/x/face-1.png\"}");
        var image = ImageBytes.decode("mask", store.read("photo/x/face-1.png"));
        assertThat(image.getRGB(50, 40)).isEqualTo(0xff000000);
        assertThat(image.getRGB(500, 40)).isEqualTo(0xffffffff);
        assertThat(Mask.ofImage(image).keptPixels()).isEqualTo(100 * 40);
    }

    @Test
    void aBoxThatIsNoneIsRefused() {
        assertThatThrownBy(() -> Invocation.of(handler, "{'frame':'frame.png','box':[10,20,5,60],'mask':'m.png'}"))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("INVALID_BOX: ");
    }

    @Test
    void withoutAFaceItLooksAtTheFrameAndWritesNoMask() {
        List<String> seen = new ArrayList<>();
        SegmentHandler looking = new SegmentHandler(store, new Segmenter() {
            @Override
            public Mask segment(StoredFrame frame, Box box) {
                throw new AssertionError("No face was asked for.");
            }

            @Override
            public Optional<String> encode(StoredFrame frame) {
                seen.add(frame.key());
                return Optional.of(frame.embeddingKey());
            }
        });

        assertThat(Invocation.of(looking, "{'frame':'photo/x/frame.png'}"))
                .isEqualTo("{\"embedding\":\"photo/x/frame.sam2\"}");
        assertThat(seen).containsExactly("photo/x/frame.png");
        assertThatThrownBy(() -> Invocation.of(looking, "{'frame':'photo/x/frame.png','mask':'m.png'}"))
                .hasMessageContaining("without one, neither");
    }

    @Test
    void aMissingVariableIsNamed() {
        assertThatThrownBy(() -> new SegmentHandler(Map.of())).hasMessageContaining("JOBS_BUCKET");
    }
}
