package booth.api;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Concurrently;
import booth.core.job.JobId;
import booth.core.job.JobKeys;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdempotencyRaceTest {
    @Test
    void callsThatRaceWithOneKeyOpenOneJob() {
        ApiFixture fixture = new ApiFixture();
        Map<String, String> call = ApiFixture.and(fixture.keyOf("hall"), "idempotency-key", "k1");

        List<JobId> answered = Concurrently.each(
                IntStream.range(0, 16).boxed().toList(),
                i -> fixture.ask("POST", "/v1/jobs", call, ApiFixture.PHOTO).job());

        assertThat(answered).containsOnly(answered.get(0));
        assertThat(fixture.store.list("photo/"))
                .singleElement()
                .satisfies(left -> assertThat(left.key()).isEqualTo(JobKeys.jobRecord(answered.get(0))));
        assertThat(fixture.store.list("booths/")).hasSize(1);
    }
}
