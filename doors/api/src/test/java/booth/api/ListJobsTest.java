package booth.api;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.job.JobId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListJobsTest {
    private final ApiFixture fixture = new ApiFixture();
    private final Map<String, String> hall = fixture.keyOf("hall");

    @Test
    void aBoothSeesItsJobsOfTodayTheNewestFirst() {
        JobId first = fixture.open(hall);
        fixture.now = ApiFixture.START.plusSeconds(1);
        JobId second = fixture.open(hall);
        fixture.open(fixture.keyOf("tower"));

        assertThat(jobs(list(""))).containsExactly(second, first);
    }

    @Test
    void pagesShowEveryJobOnce() {
        List<JobId> opened = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            fixture.now = ApiFixture.START.plusMillis(i);
            opened.add(0, fixture.open(hall));
        }

        List<JobId> seen = new ArrayList<>();
        Reply page = list("?limit=3");
        while (true) {
            seen.addAll(jobs(page));
            if (!page.json().has("cursor")) break;
            page = list("?limit=3&cursor=" + page.at("/cursor"));
        }

        assertThat(seen).isEqualTo(opened);
    }

    @Test
    void anotherDayIsAnotherList() {
        JobId today = fixture.open(hall);
        fixture.now = ApiFixture.START.plusSeconds(24 * 3600);

        assertThat(jobs(list(""))).isEmpty();
        assertThat(jobs(list("?booth=hall&day=2026-11-21"))).containsExactly(today);
    }

    @Test
    void anErasedJobIsNotListed() {
        JobId job = fixture.open(hall);
        fixture.ask("DELETE", "/v1/jobs/" + job, hall, "");

        assertThat(jobs(list(""))).isEmpty();
    }

    @Test
    void anotherBoothsListIsNotShown() {
        Reply reply = list("?booth=tower");

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.code()).isEqualTo("WRONG_BOOTH");
    }

    @ParameterizedTest
    @CsvSource({
        "day=today, INVALID_DAY",
        "day=2026-02-30, INVALID_DAY",
        "limit=0, INVALID_LIMIT",
        "limit=51, INVALID_LIMIT",
        "limit=many, INVALID_LIMIT",
        "cursor=../../keys/, INVALID_CURSOR"
    })
    void whatIsNotUnderstoodIsNamed(String query, String code) {
        Reply reply = list("?" + query);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo(code);
    }

    private Reply list(String query) {
        return fixture.ask("GET", "/v1/jobs" + query, hall, "");
    }

    private static List<JobId> jobs(Reply page) {
        List<JobId> ids = new ArrayList<>();
        page.json()
                .path("jobs")
                .forEach(job -> ids.add(new JobId(job.path("jobId").asText())));
        return ids;
    }
}
