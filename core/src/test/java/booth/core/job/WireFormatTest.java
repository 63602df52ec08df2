package booth.core.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Json;
import booth.core.TestJson;
import booth.core.image.Box;
import booth.core.image.Frame;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** job.json and the view of a job, byte for byte as the first release wrote them. */
class WireFormatTest {
    private static final JobId ID = new JobId("0123456789abcdef0123456789abcdef");
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private static final String RECORD =
            "{\"jobId\":\"0123456789abcdef0123456789abcdef\",\"status\":\"partial\",\"attempt\":1,"
                    + "\"request\":{\"filename\":\"face.jpg\",\"contentType\":\"image/jpeg\",\"id\":\"abc\","
                    + "\"requestId\":\"r-1\",\"booth\":\"hall\",\"prompts\":[\"a meadow\"],\"mode\":\"together\","
                    + "\"callback\":{\"url\":\"https://booth.example/ended\",\"key\":\"0f\"}},"
                    + "\"createdAt\":\"2026-11-20T12:00:00Z\",\"queuedAt\":\"2026-11-20T12:00:05Z\","
                    + "\"endedAt\":\"2026-11-20T12:00:28.401Z\","
                    + "\"pictures\":[{\"index\":1,\"key\":\"photo/0123456789abcdef0123456789abcdef/photo_abc_1.jpeg\"},"
                    + "{\"index\":2,\"error\":{\"code\":\"MODEL_REFUSED\",\"message\":\"No.\",\"retryable\":false}}],"
                    + "\"error\":{\"code\":\"BUSY\",\"message\":\"Later.\",\"retryable\":true},"
                    + "\"guest\":\"d4735e3a265e16eee03f59718b9b5d03019c07d8b6c51f90da3a666eec13ab35\","
                    + "\"expiresAt\":\"2026-11-27T12:00:00Z\",\"changes\":4}";

    /** From before there were guests' tokens, counted changes, modes and callbacks. */
    private static final String OLDEST =
            "{\"jobId\":\"0123456789abcdef0123456789abcdef\",\"status\":\"awaiting_upload\",\"attempt\":0,"
                    + "\"request\":{\"filename\":\"face.jpg\",\"contentType\":\"image/jpeg\",\"booth\":\"hall\","
                    + "\"prompts\":[]},\"createdAt\":\"2026-11-20T12:00:00Z\",\"pictures\":[]}";

    private static final String VIEW =
            "{\"jobId\":\"0123456789abcdef0123456789abcdef\",\"revision\":4005,\"status\":\"partial\","
                    + "\"stage\":\"done\",\"progress\":1.0,\"attempt\":1,\"id\":\"abc\",\"requestId\":\"r-1\","
                    + "\"booth\":\"hall\",\"filename\":\"face.jpg\",\"createdAt\":\"2026-11-20T12:00:00Z\","
                    + "\"endedAt\":\"2026-11-20T12:00:28.401Z\",\"expiresAt\":\"2026-11-27T12:00:00Z\","
                    + "\"faces\":{\"found\":1,\"masked\":1,\"frame\":{\"width\":1024,\"height\":640},"
                    + "\"boxes\":[[0.0,0.0,10.0,10.0]]},"
                    + "\"frame\":\"https://x/photo/0123456789abcdef0123456789abcdef/frame.png\","
                    + "\"mask\":\"https://x/photo/0123456789abcdef0123456789abcdef/mask_face.png\","
                    + "\"pictures\":[{\"index\":1,\"status\":\"succeeded\","
                    + "\"url\":\"https://x/photo/0123456789abcdef0123456789abcdef/photo_abc_1.jpeg\"},"
                    + "{\"index\":2,\"status\":\"failed\",\"error\":{\"code\":\"MODEL_REFUSED\",\"message\":\"No.\","
                    + "\"retryable\":false}},{\"index\":3,\"status\":\"pending\"}],"
                    + "\"error\":{\"code\":\"BUSY\",\"message\":\"Later.\",\"retryable\":true},"
                    + "\"url_original\":\"https://x/photo/0123456789abcdef0123456789abcdef/frame.png\","
                    + "\"url_generated\":\"[\\\"https://x/photo/0123456789abcdef0123456789abcdef/photo_abc_1.jpeg\\\"]\","
                    + "\"time_taken\":\"23.401\"}";

    private static final String WAITING =
            "{\"jobId\":\"0123456789abcdef0123456789abcdef\",\"revision\":2001,\"status\":\"running\","
                    + "\"stage\":\"generate\",\"progress\":0.4,\"queuePosition\":1,\"attempt\":0,\"booth\":\"hall\","
                    + "\"filename\":\"face.jpg\",\"createdAt\":\"2026-11-20T12:00:00Z\","
                    + "\"mask\":\"https://x/photo/0123456789abcdef0123456789abcdef/mask_face.png\","
                    + "\"pictures\":[{\"index\":1,\"status\":\"pending\"},{\"index\":2,\"status\":\"pending\"},"
                    + "{\"index\":3,\"status\":\"pending\"}]}";

    private final InMemoryObjectStore store = new InMemoryObjectStore();
    private final Jobs jobs = new Jobs(store);

    @BeforeEach
    void theRecordLiesThere() {
        store.write(JobKeys.jobRecord(ID), RECORD.getBytes(UTF_8));
    }

    @Test
    void aJobIsBuiltOfAllThatItsRecordSays() {
        Job job = jobs.find(ID).orElseThrow();

        assertThat(job)
                .isEqualTo(Job.awaitingUpload(ID, job.request(), NOON)
                        .forGuest("2", Optional.of(NOON.plusSeconds(7 * 86_400)))
                        .queued(0, NOON)
                        .ended(Status.FAILED, List.of(), Optional.empty(), NOON)
                        .queued(1, NOON.plusSeconds(5))
                        .ended(
                                Status.PARTIAL,
                                List.of(
                                        new Job.PictureResult(
                                                1, Optional.of(job.keys().picture(1)), Optional.empty()),
                                        new Job.PictureResult(
                                                2,
                                                Optional.empty(),
                                                Optional.of(new Problem("MODEL_REFUSED", "No.", false)))),
                                Optional.of(new Problem("BUSY", "Later.", true)),
                                NOON.plusMillis(28_401)));
    }

    @ParameterizedTest
    @ValueSource(strings = {RECORD, OLDEST})
    void aRecordIsWrittenAsItWasRead(String json) {
        assertThat(Json.text(TestJson.read(json, Job.class))).isEqualTo(json);
    }

    @Test
    void anOldRecordHasNoGuestAndNoCountOfChanges() {
        Job job = TestJson.read(OLDEST, Job.class);

        assertThat(job).isEqualTo(Job.awaitingUpload(ID, job.request(), NOON));
        assertThat(job.isOf("2")).isFalse();
    }

    /** Written back, it would be lost. */
    @Test
    void aRecordThatSaysMoreThanIsKnownIsAnError() {
        assertThatThrownBy(() -> TestJson.read(OLDEST.replace("\"attempt\"", "\"color\":1,\"attempt\""), Job.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasStackTraceContaining("color");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"status\":\"awaiting_upload\",", "\"attempt\":0,", ",\"pictures\":[]"})
    void aRecordThatSaysLessThanEveryOneIsAnError(String field) {
        assertThatThrownBy(() -> TestJson.read(OLDEST.replace(field, ""), Job.class))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theViewOfAJobThatEndedIsWhatClientsKnow() {
        store.write(JobKeys.frame(ID), new byte[1]);
        writeFaces();
        store.write(JobKeys.face(ID, 1), new byte[1]);
        store.write(keys().mask(), new byte[1]);
        store.write(keys().picture(1), new byte[1]);

        assertThat(view()).isEqualTo(VIEW);
    }

    @Test
    void theViewOfAJobThatWaitsIsWhatClientsKnow() {
        store.write(JobKeys.jobRecord(ID), OLDEST.getBytes(UTF_8));
        jobs.update(ID, job -> job.queued(0, NOON));
        jobs.update(ID, job -> job.queued(0, NOON.plusSeconds(1)));
        store.write(keys().mask(), new byte[1]);
        new WaitingList(store).join(ID, NOON);

        assertThat(view()).isEqualTo(WAITING);
    }

    private void writeFaces() {
        Faces.Face face = new Faces.Face(new Box(0, 0, 10, 10), NullNode.instance);
        store.write(JobKeys.faces(ID), Json.bytes(new Faces(new Frame(1024, 640), List.of(face), List.of())));
    }

    private JobKeys keys() {
        return jobs.find(ID).orElseThrow().keys();
    }

    private String view() {
        return Json.text(JobView.of(ID, store, key -> "https://x/" + key).orElseThrow());
    }
}
