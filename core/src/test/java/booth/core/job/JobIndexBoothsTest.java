package booth.core.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobIndexBoothsTest {
    private final InMemoryObjectStore store = new InMemoryObjectStore();

    @Test
    void everyBoothIsNamedOnceHoweverItsNameSortsBesideOthers() {
        List<String> booths = List.of("hall", "hall-2", "hall0", "hall_b", "A", "z");
        for (String booth : booths) {
            open(booth, "2026-11-21T10:00:00Z");
            open(booth, "2026-11-22T10:00:00Z");
        }

        assertThat(new JobIndex(store).booths()).containsExactlyInAnyOrderElementsOf(booths);
    }

    @Test
    void whereNobodyOpenedAJobThereIsNoBooth() {
        assertThat(new JobIndex(store).booths()).isEmpty();
    }

    private void open(String booth, String when) {
        JobRequest request =
                new JobRequest("a.jpg", "image/jpeg", Optional.empty(), Optional.empty(), booth, List.of());
        new Jobs(store).create(Job.awaitingUpload(JobId.random(), request, Instant.parse(when)));
    }
}
