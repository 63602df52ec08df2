package booth.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import booth.core.Json;
import booth.core.image.Box;
import booth.core.image.Frame;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;

/** A job that was announced, its folder, and how it is seen. */
abstract class WithAJob {
    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    static final byte[] PIXELS = {1};

    final JobId id = JobId.random();
    final InMemoryObjectStore store = new InMemoryObjectStore();
    final Jobs jobs = new Jobs(store);
    final Job job = Job.awaitingUpload(
            id,
            new JobRequest("face.jpg", "image/jpeg", Optional.of("abc"), Optional.of("r-1"), "hall", List.of()),
            NOON);

    @BeforeEach
    void announce() {
        jobs.create(job);
    }

    void writeFaces(int count) {
        Faces.Face face = new Faces.Face(new Box(0, 0, 10, 10), NullNode.instance);
        store.write(
                JobKeys.faces(id),
                Json.bytes(new Faces(
                        new Frame(1024, 640),
                        IntStream.range(0, count).mapToObj(i -> face).toList(),
                        List.of())));
    }

    void end(Status how) {
        jobs.update(id, at -> at.ended(how, List.of(), Optional.empty(), NOON.plusSeconds(20)));
    }

    JobView view() {
        return JobView.of(id, store, key -> "https://x/" + key).orElseThrow();
    }

    void assertStage(String status, String stage, double progress) {
        JobView view = view();
        assertThat(view.status().word()).isEqualTo(status);
        assertThat(view.stage().word()).isEqualTo(stage);
        assertThat(view.progress()).isCloseTo(progress, within(1e-9));
    }
}
