package booth.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobIndexTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final Instant MIDNIGHT = Instant.parse("2026-11-21T00:00:00Z");

    private final InMemoryObjectStore store = new InMemoryObjectStore();
    private final Jobs jobs = new Jobs(store);
    private final JobIndex index = new JobIndex(store);

    @Test
    void aJobThatIsOpenedIsListedTheNewestFirst() {
        Job first = open("hall", MIDNIGHT);
        Job second = open("hall", MIDNIGHT.plusMillis(1));

        assertThat(page("hall", DAY).jobs()).containsExactly(second.jobId(), first.jobId());
    }

    @Test
    void theDayEndsAtMidnightUtc() {
        Job before = open("hall", MIDNIGHT.minusMillis(1));
        Job after = open("hall", MIDNIGHT);

        assertThat(page("hall", DAY.minusDays(1)).jobs()).containsExactly(before.jobId());
        assertThat(page("hall", DAY).jobs()).containsExactly(after.jobId());
    }

    @Test
    void aBoothWhoseNameBeginsLikeAnotherIsAnother() {
        open("hall-2", MIDNIGHT);

        assertThat(page("hall", DAY).jobs()).isEmpty();
    }

    @Test
    void theLastPageHasNoCursorEvenWhenItIsFull() {
        open("hall", MIDNIGHT);
        open("hall", MIDNIGHT);

        assertThat(index.page("hall", DAY, Optional.empty(), 2).cursor()).isEmpty();
        assertThat(index.page("hall", DAY, Optional.empty(), 1).cursor()).isPresent();
    }

    @Test
    void aPageGoesOnWhereTheOneBeforeEndedAlthoughNewJobsCome() {
        Job oldest = open("hall", MIDNIGHT);
        open("hall", MIDNIGHT.plusMillis(1));
        JobIndex.Page first = index.page("hall", DAY, Optional.empty(), 1);
        open("hall", MIDNIGHT.plusMillis(2));

        assertThat(index.page("hall", DAY, first.cursor(), 1).jobs()).containsExactly(oldest.jobId());
    }

    @Test
    void aRemovedJobIsNotListed() {
        index.remove(open("hall", MIDNIGHT));

        assertThat(page("hall", DAY).jobs()).isEmpty();
    }

    @Test
    void aCursorThatNoPageHadIsRefused() {
        assertThatThrownBy(() -> index.page("hall", DAY, Optional.of("../x"), 1))
                .hasMessageContaining("INVALID_CURSOR");
    }

    private JobIndex.Page page(String booth, LocalDate day) {
        return index.page(booth, day, Optional.empty(), 10);
    }

    private Job open(String booth, Instant when) {
        Job job = Job.awaitingUpload(
                JobId.random(),
                new JobRequest("a.jpg", "image/jpeg", Optional.empty(), Optional.empty(), booth, List.of()),
                when);
        jobs.create(job);
        return job;
    }
}
