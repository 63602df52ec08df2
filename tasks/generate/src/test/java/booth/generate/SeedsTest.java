package booth.generate;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.JobRequest;
import booth.core.job.Seed;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which seed a picture is painted with. */
class SeedsTest {
    private static final long[] OWN = {
        Seed.of(GenerateFixture.JOB, 1).value(),
        Seed.of(GenerateFixture.JOB, 2).value(),
        Seed.of(GenerateFixture.JOB, 3).value()
    };

    private final GenerateFixture fixture = new GenerateFixture();

    @Test
    void eachPictureOfAJobHasItsOwn() {
        paintAll();

        assertThat(fixture.model.seeds).containsExactly(OWN[0], OWN[1], OWN[2]).doesNotHaveDuplicates();
        assertThat(OWN[0]).isNotEqualTo(Seed.of(JobId.random(), 1).value());
    }

    @Test
    void aReplayPaintsWithTheSame() {
        paintAll();
        List<Long> before = List.copyOf(fixture.model.seeds);
        fixture.model.seeds.clear();
        for (int i = 1; i <= 3; i++) fixture.store.delete(GenerateFixture.picture(i));
        for (int i = 1; i <= 3; i++) fixture.store.delete(GenerateFixture.key("order_" + i + ".json"));
        fixture.jobs.update(GenerateFixture.JOB, job -> job.queued(1, fixture.now));

        for (int i = 1; i <= 3; i++)
            fixture.handle(
                    GenerateFixture.message("m", GenerateFixture.orderOf(GenerateFixture.JOB + "-r1", "token", i)));

        assertThat(fixture.model.seeds).isEqualTo(before);
    }

    @Test
    void aConfiguredOneIsThatOfEveryPicture() {
        fixture.seed = Optional.of(new Seed(43));

        paintAll();

        assertThat(fixture.model.seeds).containsExactly(43L, 43L, 43L);
    }

    @Test
    void whatAJobAsksForGoesBeforeWhatIsConfigured() {
        fixture.seed = Optional.of(new Seed(43));
        fixture.jobs.update(GenerateFixture.JOB, SeedsTest::seven);

        paintAll();

        assertThat(fixture.model.seeds).containsExactly(7L, 7L, 7L);
    }

    private static Job seven(Job job) {
        JobRequest asked = job.request().seeded(Optional.of(new Seed(7)));
        return Job.awaitingUpload(job.jobId(), asked, job.createdAt()).queued(0, job.createdAt());
    }

    private void paintAll() {
        for (int i = 1; i <= 3; i++)
            assertThat(fixture.handle(GenerateFixture.order(i))).isEmpty();
    }
}
