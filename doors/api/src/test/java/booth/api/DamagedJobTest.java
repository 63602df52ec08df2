package booth.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import booth.core.job.Executions.State;
import booth.core.job.JobId;
import booth.core.job.JobKeys;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One object of one job makes no sense. */
class DamagedJobTest {
    private final ApiFixture fixture = new ApiFixture();
    private final Map<String, String> hall = fixture.keyOf("hall");
    private final JobId sound = fixture.running(hall);
    private final JobId broken = fixture.running(hall);

    @BeforeEach
    void damage() {
        fixture.store.write(JobKeys.jobRecord(broken), new byte[] {'{', -1, -2, '}'});
    }

    @Test
    void theListShowsTheOthersAndTheLogNamesIt() {
        Reply list = fixture.ask("GET", "/v1/jobs", hall, "");

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.json().path("jobs")).hasSize(1);
        assertThat(list.at("/jobs/0/jobId")).isEqualTo(sound.value());
        assertThat(fixture.log)
                .anyMatch(line -> line.contains("\"event\":\"job_damaged\",\"jobId\":\"" + broken + "\""));
    }

    @Test
    void whoeverAsksForItIsToldWhatIsTheMatter() {
        Reply reply = fixture.get("/v1/jobs/" + broken);

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.code()).isEqualTo("JOB_DAMAGED");
        assertThat(reply.at("/detail")).contains("erase");
    }

    @Test
    void itsBoothErasesIt() {
        assertThat(fixture.ask("DELETE", "/v1/jobs/" + broken, hall, "").status())
                .isEqualTo(204);

        assertThat(fixture.store.list("photo/" + broken)).isEmpty();
        assertThat(fixture.photos.list("photo/" + broken)).isEmpty();
        assertThat(fixture.executions.find(broken + "-r0"))
                .map(run -> run.state())
                .contains(State.ABORTED);
        assertThat(fixture.get("/v1/jobs/" + broken).status()).isEqualTo(404);
    }

    @Test
    void anotherBoothLearnsNothingOfIt() {
        Reply reply = fixture.ask("DELETE", "/v1/jobs/" + broken, fixture.keyOf("tower"), "");

        assertThat(reply.code()).isEqualTo("NO_SUCH_JOB");
        assertThat(fixture.photos.list("photo/" + broken)).isNotEmpty();
    }

    @Test
    void itsBoothReplaysIt() {
        fixture.executions.end(broken + "-r0", State.FAILED, "Oops", "Segment");

        Reply reply = fixture.ask("POST", "/v1/jobs/" + broken + "/replay", hall, "");

        assertThat(reply.status()).isEqualTo(202);
        assertThat(fixture.executions.find(broken + "-r0"))
                .map(run -> run.state())
                .contains(State.RUNNING);
        assertThat(fixture.get("/v1/jobs/" + broken).at("/status")).isEqualTo("queued");
    }

    @Test
    void aJobWhoseFacesMakeNoSenseIsSeenWithoutThem() {
        fixture.store.write(JobKeys.faces(sound), "{\"faces\": [".getBytes(UTF_8));

        Reply reply = fixture.get("/v1/jobs/" + sound);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().has("faces")).isFalse();
    }
}
