package booth.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Busy;
import booth.core.job.Job;
import booth.core.job.JobKeys;
import booth.core.job.ObjectStore;
import booth.core.job.Problem;
import booth.core.job.Status;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NotifyTest {
    private static final String JOB = NotifyFixture.JOB.value();
    private static final String REFUSED_BY_MODEL = """
            {"Error":"booth.core.Refused","Cause":"{\\"errorType\\":\\"booth.core.Refused\\",\\"errorMessage\\":\\"MODEL_REFUSED: The image model withheld the picture.\\"}"}""";
    private final NotifyFixture fixture = new NotifyFixture();

    @Test
    void threePicturesAreASuccess() throws IOException {
        for (int index = 1; index <= 3; index++) fixture.pictureLanded(index);

        String answer = fixture.notify(input(made(1), made(2), made(3)));

        assertThat(answer).isEqualTo("{\"jobId\":\"" + JOB + "\",\"status\":\"succeeded\"}");
        Job job = fixture.job();
        assertThat(job.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(job.endedAt()).contains(NotifyFixture.NOW);
        assertThat(job.pictures())
                .extracting(Job.PictureResult::key)
                .containsExactly(
                        Optional.of(NotifyFixture.picture(1)),
                        Optional.of(NotifyFixture.picture(2)),
                        Optional.of(NotifyFixture.picture(3)));
    }

    @Test
    void theTopicCarriesWhatPollingShows() throws IOException {
        for (int index = 1; index <= 3; index++) fixture.pictureLanded(index);

        fixture.notify(input(made(1), made(2), made(3)));

        JsonNode message = fixture.announced.get(0);
        assertThat(message.path("status").asText()).isEqualTo("succeeded");
        assertThat(message.path("requestId").asText()).isEqualTo("r-1");
        assertThat(message.path("time_taken").asText()).isEqualTo("12.5");
        assertThat(message.path("url_generated").asText())
                .isEqualTo("[\"https://link/" + NotifyFixture.picture(1) + "\",\"https://link/"
                        + NotifyFixture.picture(2) + "\",\"https://link/" + NotifyFixture.picture(3) + "\"]");
    }

    @Test
    void twoPicturesOfThreeAreAPartAndTheThirdSaysWhy() throws IOException {
        fixture.pictureLanded(1);
        fixture.pictureLanded(3);

        fixture.notify(input(made(1), failed(2, REFUSED_BY_MODEL), made(3)));

        assertThat(fixture.job().status()).isEqualTo(Status.PARTIAL);
        assertThat(fixture.job().pictures().get(1).error())
                .contains(new Problem("MODEL_REFUSED", "The image model withheld the picture.", false));
        JsonNode second = fixture.announced.get(0).path("pictures").path(1);
        assertThat(second.path("status").asText()).isEqualTo("failed");
        assertThat(second.path("error").path("code").asText()).isEqualTo("MODEL_REFUSED");
    }

    /** Bedrock's own words may hold the account's number, and whoever has a job's link reads its error. */
    @Test
    void aModelThatCannotBeUsedIsSaidWithoutWordsOfTheAccount() throws IOException {
        fixture.pictureLanded(1);

        fixture.notify(input(made(1), failed(2, """
                        {"Error":"booth.generate.ModelUnavailable","Cause":"{\\"errorMessage\\":\\"arn:aws:sts::123456789012:x\\"}"}""")));

        assertThat(fixture.job().pictures().get(1).error()).get().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("MODEL_UNAVAILABLE");
            assertThat(problem.message()).contains("operator").doesNotContain("arn:");
            assertThat(problem.retryable()).isTrue();
        });
    }

    @Test
    void asManyPicturesAsWereOrderedAreASuccess() throws IOException {
        fixture.notify(input(made(1)));

        assertThat(fixture.job().status()).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void aBranchThatTimedOutOrCrashedMayBeReplayed() throws IOException {
        fixture.notify(input(
                made(1),
                failed(2, "{\"Error\":\"States.Timeout\"}"),
                failed(3, "{\"Error\":\"Foo\",\"Cause\":\"x\"}")));

        assertThat(fixture.job().pictures().get(1).error()).map(Problem::code).contains("TIMED_OUT");
        Problem third = fixture.job().pictures().get(2).error().orElseThrow();
        assertThat(third.code()).isEqualTo("INTERNAL_ERROR");
        assertThat(third.message()).contains("Foo");
        assertThat(third.retryable()).isTrue();
    }

    @Test
    void aPhotoWithoutAFaceIsRejectedInPlainWords() throws IOException {
        String answer = fixture.notify("{\"jobId\":\"" + JOB + "\",\"pictures\":[],\"refusal\":{\"Error\":"
                + "\"booth.core.Refused\",\"Cause\":\"NO_FACE: No face was found; step closer.\"}}");

        assertThat(answer).contains("\"rejected\"");
        assertThat(fixture.job().error()).contains(new Problem("NO_FACE", "No face was found; step closer.", false));
        assertThat(fixture.announced.get(0).path("error").path("code").asText()).isEqualTo("NO_FACE");
    }

    @Test
    void aRefusalThatLambdaWrappedKeepsItsCode() throws IOException {
        fixture.notify("{\"jobId\":\"" + JOB + "\",\"pictures\":[],\"refusal\":{\"Error\":\"booth.core.Refused\","
                + "\"Cause\":\"{\\\"errorMessage\\\":\\\"PHOTO_TOO_NARROW: Crop it.\\\",\\\"errorType\\\":"
                + "\\\"booth.core.Refused\\\",\\\"stackTrace\\\":[\\\"a\\\"]}\"}}");

        assertThat(fixture.job().error()).contains(new Problem("PHOTO_TOO_NARROW", "Crop it.", false));
    }

    @Test
    void aRetryAfterTheTopicFailedAnnouncesWhatWasRecorded() throws IOException {
        fixture.topicMood = () -> {
            throw new Busy("SNS is busy", new IllegalStateException());
        };
        assertThatThrownBy(() -> fixture.notify(input(made(1), made(2), made(3))))
                .isInstanceOf(Busy.class);
        String recorded = version();
        fixture.topicMood = () -> {};
        fixture.now = NotifyFixture.NOW.plusSeconds(20);

        fixture.notify(input(made(1), made(2), made(3)));

        assertThat(version()).isEqualTo(recorded);
        assertThat(fixture.announced).hasSize(1);
    }

    @Test
    void anErasedJobIsNotAnnounced() throws IOException {
        fixture.store.delete(JobKeys.jobRecord(NotifyFixture.JOB));
        List<ObjectStore.Entry> left = fixture.store.list("");

        assertThat(fixture.notify(input(made(1), made(2), made(3)))).contains("\"expired\"");

        assertThat(fixture.announced).isEmpty();
        assertThat(fixture.store.list("")).isEqualTo(left);
    }

    @Test
    void thoseWhoWatchSeeTheEnd() throws IOException {
        fixture.watches("one=");
        fixture.watches("two=");

        fixture.notify(input(made(1), made(2), made(3)));

        assertThat(fixture.received).containsOnlyKeys("one=", "two=");
        assertThat(fixture.received.get("one=")).isEqualTo(fixture.announced);
    }

    @Test
    void aDeadConnectionHarmsNobodyAndIsForgotten() throws IOException {
        fixture.watches("a-dead");
        fixture.watches("b-stuck");
        fixture.watches("c-alive");
        fixture.closed.add("a-dead");
        fixture.stuck.add("b-stuck");

        fixture.notify(input(made(1), made(2), made(3)));

        assertThat(fixture.received).containsOnlyKeys("c-alive");
        assertThat(fixture.store.exists(NotifyFixture.marker("a-dead"))).isFalse();
        assertThat(fixture.store.exists(NotifyFixture.marker("b-stuck"))).isTrue();
    }

    @Test
    void noLinkReachesTheLog() throws IOException {
        fixture.pictureLanded(1);

        fixture.notify(input(made(1), failed(2, REFUSED_BY_MODEL), made(3)));

        assertThat(String.join("\n", fixture.log))
                .contains("job_partial", "task_succeeded", JOB)
                .doesNotContain("https://");
    }

    @Test
    void anExecutionWhoseJobHasBeenStartedAgainSaysNothing() throws IOException {
        fixture.jobs.update(NotifyFixture.JOB, job -> job.queued(1, NotifyFixture.NOW));

        String answer = fixture.notify(by(JOB + "-r0", input(made(1), made(2), made(3))));

        assertThat(answer).contains("\"queued\"");
        assertThat(fixture.job().status()).isEqualTo(Status.QUEUED);
        assertThat(fixture.announced).isEmpty();
    }

    @Test
    void anEndThatALaterAttemptHasAnnouncedIsNotAnnouncedAgainByAnEarlierOne() throws IOException {
        fixture.jobs.update(NotifyFixture.JOB, job -> job.queued(1, NotifyFixture.NOW));
        fixture.notify(by(JOB + "-r1", input(made(1), made(2), made(3))));

        String answer = fixture.notify(by(JOB + "-r0", input(made(1), made(2), made(3))));

        assertThat(answer).contains("\"succeeded\"");
        assertThat(fixture.announced).hasSize(1);
    }

    @Test
    void theAttemptThatRunsEndsItsJob() throws IOException {
        fixture.jobs.update(NotifyFixture.JOB, job -> job.queued(1, NotifyFixture.NOW));

        fixture.notify(by(JOB + "-r1", input(made(1), made(2), made(3))));

        assertThat(fixture.job().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(String.join("\n", fixture.log))
                .contains("\"event\":\"job_succeeded\",\"jobId\":\"" + JOB + "\",\"execution\":\"" + JOB + "-r1\"");
    }

    @Test
    void anInputWithAnUnknownFieldIsAnError() {
        assertThatThrownBy(() -> fixture.notify("{\"jobId\":\"" + JOB + "\",\"pictures\":[],\"refused\":{}}"))
                .hasMessageContaining("refused");
    }

    private String version() {
        return fixture.store
                .find(JobKeys.jobRecord(NotifyFixture.JOB))
                .orElseThrow()
                .version();
    }

    private static String input(String... pictures) {
        return "{\"jobId\":\"" + JOB + "\",\"pictures\":[" + String.join(",", pictures) + "]}";
    }

    private static String by(String execution, String input) {
        return input.substring(0, input.length() - 1) + ",\"task\":{\"execution\":\"" + execution
                + "\",\"state\":\"Notify\",\"attempt\":0}}";
    }

    private static String made(int index) {
        return "{\"index\":" + index + ",\"status\":\"succeeded\",\"key\":\"" + NotifyFixture.picture(index) + "\"}";
    }

    private static String failed(int index, String error) {
        return "{\"index\":" + index + ",\"status\":\"failed\",\"error\":" + error + "}";
    }
}
