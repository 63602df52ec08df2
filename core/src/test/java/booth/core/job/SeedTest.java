package booth.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Json;
import booth.core.TestJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedTest {
    private static final JobId JOB = new JobId("0123456789abcdef0123456789abcdef");

    @Test
    void everyPictureOfEveryJobHasItsOwn() {
        List<Seed> seeds = IntStream.range(0, 500)
                .mapToObj(i -> JobId.random())
                .flatMap(job -> IntStream.rangeClosed(1, PictureMode.MOST).mapToObj(picture -> Seed.of(job, picture)))
                .distinct()
                .toList();

        assertThat(seeds).hasSizeGreaterThan(4990); // of 5000 in two milliards hardly any two meet
    }

    /** The figures are fixed: a job of an earlier release is replayed with the seeds it had. */
    @Test
    void theSamePictureOfTheSameJobAlwaysHasTheSame() {
        assertThat(IntStream.rangeClosed(1, 3).mapToObj(picture -> Seed.of(JOB, picture)))
                .extracting(Seed::value)
                .containsExactly(1_737_334_897L, 1_497_591_363L, 1_728_862_510L);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 2_147_483_647, 4_294_967_294L})
    void whatNotEveryModelTakesIsRefused(long value) {
        assertThatThrownBy(() -> new Seed(value))
                .hasMessage("INVALID_SEED: A seed is a whole number from 0 to 2147483646, not " + value + ".");
    }

    @Test
    void aJobKeepsTheSeedItWasAskedFor() {
        JobRequest asked = request().seeded(Optional.of(new Seed(2_147_483_646)));
        Job job = Job.awaitingUpload(JOB, asked, Instant.EPOCH);

        assertThat(Json.text(job)).contains("\"seed\":2147483646");
        assertThat(TestJson.read(Json.text(job), Job.class)).isEqualTo(job);
        assertThat(asked.with(PictureMode.EACH)
                        .named(Optional.of("abc"), Optional.empty())
                        .seed())
                .isEqualTo(asked.seed());
    }

    @Test
    void aJobFromBeforeThereWereSeedsIsRead() {
        Job job = Job.awaitingUpload(JOB, request(), Instant.EPOCH);

        assertThat(Json.text(job)).doesNotContain("seed");
        assertThat(TestJson.read(Json.text(job), Job.class)).isEqualTo(job);
    }

    private static JobRequest request() {
        return new JobRequest("a.jpg", "image/jpeg", Optional.empty(), Optional.empty(), "hall", List.of());
    }
}
