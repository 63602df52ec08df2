package booth.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ErasureAwareStoreTest {
    private static final JobId JOB = new JobId("0123456789abcdef0123456789abcdef");
    private static final String FRAME = JobKeys.frame(JOB);

    private final InMemoryObjectStore bucket = new InMemoryObjectStore();
    private final Jobs jobs = new Jobs(bucket);
    private final ObjectStore store = new ErasureAwareStore(bucket);

    @BeforeEach
    void aJob() {
        JobRequest request =
                new JobRequest("a.jpg", "image/jpeg", Optional.empty(), Optional.empty(), "hall", List.of());
        jobs.create(Job.awaitingUpload(JOB, request, Instant.EPOCH));
    }

    @Test
    void whatIsWrittenForAJobStays() {
        store.write(FRAME, new byte[] {1});
        assertThat(store.create(FRAME, new byte[] {2})).isFalse();
        assertThat(store.replace(
                        FRAME, new byte[] {3}, store.head(FRAME).orElseThrow().version()))
                .isTrue();

        assertThat(store.read(FRAME)).containsExactly(3);
    }

    @Test
    void whatIsWrittenForAJobThatIsBeingErasedIsTakenBack() {
        jobs.beginErasing(JOB, Instant.EPOCH);

        assertNothingStays();
    }

    @Test
    void whatIsWrittenForAJobThatIsGoneIsTakenBack() {
        jobs.remove(JOB);

        assertNothingStays();
    }

    @Test
    void aFileThatOthersWroteIsLeftToThem() {
        bucket.write(FRAME, new byte[] {1});
        jobs.beginErasing(JOB, Instant.EPOCH);

        assertThat(store.create(FRAME, new byte[] {2})).isFalse();
        assertThat(store.replace(FRAME, new byte[] {3}, "another")).isFalse();

        assertThat(bucket.read(FRAME)).containsExactly(1);
    }

    @Test
    void whatBelongsToNoJobIsNotLookedAfter() {
        store.write("line/1-" + JOB, new byte[1]);
        store.write("photo/x/frame.png", new byte[1]);
        jobs.remove(JOB);
        store.write("line/2-" + JOB, new byte[1]);

        assertThat(bucket.list("line/")).hasSize(2);
        assertThat(bucket.list("photo/x/")).hasSize(1);
    }

    private void assertNothingStays() {
        assertErased(() -> store.write(FRAME, new byte[1]));
        assertErased(() -> store.create(FRAME, new byte[1]));
        bucket.write(FRAME, new byte[1]);
        String version = store.head(FRAME).orElseThrow().version();
        assertErased(() -> store.replace(FRAME, new byte[2], version));
    }

    private void assertErased(Runnable write) {
        assertThatThrownBy(write::run)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("JOB_ERASED"));
        assertThat(bucket.exists(FRAME)).isFalse();
    }
}
