package booth.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import booth.core.job.JobId;
import booth.core.job.JobKeys;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a guest can do without a key: see the job, know how long it is kept, and erase it. */
class GuestTest {
    private final ApiFixture fixture = new ApiFixture();
    private final Map<String, String> hall = fixture.keyOf("hall");

    @Test
    void theGuestErasesTheJob() {
        Reply opened = open(hall);

        assertThat(erase(opened.job(), token(opened)).status()).isEqualTo(204);

        assertThat(fixture.store.list(JobKeys.folder(opened.job()))).isEmpty();
        assertThat(fixture.get("/v1/jobs/" + opened.job()).status()).isEqualTo(404);
    }

    @Test
    void anotherGuestsTokenErasesNothing() {
        Reply mine = open(hall);
        Reply theirs = open(hall);

        assertThat(erase(mine.job(), token(theirs)).code()).isEqualTo("NO_SUCH_JOB");

        assertThat(fixture.get("/v1/jobs/" + mine.job()).status()).isEqualTo(200);
    }

    @Test
    void aTokenIsNoKey() {
        Reply opened = open(hall);
        String job = "/v1/jobs/" + opened.job();

        assertThat(fixture.ask("POST", job + "/cancel", token(opened), "").status())
                .isEqualTo(401);
        assertThat(fixture.ask("GET", "/v1/jobs", token(opened), "").status()).isEqualTo(401);
    }

    @Test
    void aRepeatedCallAnswersTheSameToken() {
        Map<String, String> repeatable = ApiFixture.and(hall, "idempotency-key", "till-4");

        assertThat(open(repeatable).at("/guestToken"))
                .isEqualTo(open(repeatable).at("/guestToken"));
    }

    @Test
    void theTokenIsWrittenNowhere() {
        Reply opened = open(hall);

        assertThat(new String(fixture.store.read(JobKeys.jobRecord(opened.job())), UTF_8))
                .doesNotContain(opened.at("/guestToken"));
        assertThat(fixture.get("/v1/jobs/" + opened.job()).body()).doesNotContain("gt_", "guest");
    }

    @Test
    void everybodyLearnsHowLongTheJobIsKept() {
        assertThat(fixture.get("/v1/jobs/" + open(hall).job()).at("/expiresAt"))
                .isEqualTo(ApiFixture.START.plus(ApiFixture.RETENTION).toString());
    }

    private Reply open(Map<String, String> key) {
        return fixture.ask("POST", "/v1/jobs", key, ApiFixture.PHOTO);
    }

    private Reply erase(JobId job, Map<String, String> who) {
        return fixture.ask("DELETE", "/v1/jobs/" + job, who, "");
    }

    private static Map<String, String> token(Reply opened) {
        return ApiFixture.bearer(opened.at("/guestToken"));
    }
}
