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
    private static final String JOB = Newsroom.JOB.value();
    private static final String REFUSED_BY_MODEL = """
            {"Error":"booth.core.Refused","Cause":"{\\"errorType\\":\\"booth.core.Refused\\",\\"errorMessage\\":\\"MODEL_REFUSED: The image model withheld the picture.\\"}"}""";
    private final Newsroom news = new Newsroom();

    @Test
    void threePicturesAreASuccess() throws IOException {
        for (int index = 1; index <= 3; index++) news.pictureLanded(index);

        String answer = news.notify(input(made(1), made(2), made(3)));

        assertThat(answer).isEqualTo("{\"jobId\":\"" + JOB + "\",\"status\":\"succeeded\"}");
        Job job = news.job();
        assertThat(job.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(job.endedAt()).contains(Newsroom.NOW);
        assertThat(job.pictures())
                .extracting(Job.PictureResult::key)
                .containsExactly(
                        Optional.of(Newsroom.picture(1)),
                        Optional.of(Newsroom.picture(2)),
                        Optional.of(Newsroom.picture(3)));
    }

    @Test
    void theTopicCarriesWhatPollingShows() throws IOException {
        for (int index = 1; index <= 3; index++) news.pictureLanded(index);

        news.notify(input(made(1), made(2), made(3)));

        JsonNode message = news.announced.get(0);
        assertThat(message.path("status").asText()).isEqualTo("succeeded");
        assertThat(message.path("requestId").asText()).isEqualTo("r-1");
        assertThat(message.path("time_taken").asText()).isEqualTo("12.5");
        assertThat(message.path("url_generated").asText())
                .isEqualTo("[\"https://link/" + Newsroom.picture(1) + "\",\"https://link/" + Newsroom.picture(2)
                        + "\",\"https://link/" + Newsroom.picture(3) + "\"]");
    }

    @Test
    void twoPicturesOfThreeAreAPartAndTheThirdSaysWhy() throws IOException {
        news.pictureLanded(1);
        news.pictureLanded(3);

        news.notify(input(made(1), failed(2, REFUSED_BY_MODEL), made(3)));

        assertThat(news.job().status()).isEqualTo(Status.PARTIAL);
        assertThat(news.job().pictures().get(1).error())
                .contains(new Problem("MODEL_REFUSED", "The image model withheld the picture.", false));
        JsonNode second = news.announced.get(0).path("pictures").path(1);
        assertThat(second.path("status").asText()).isEqualTo("failed");
        assertThat(second.path("error").path("code").asText()).isEqualTo("MODEL_REFUSED");
    }

    @Test
    void asManyPicturesAsWereOrderedAreASuccess() throws IOException {
        news.notify(input(made(1)));

        assertThat(news.job().status()).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void aBranchThatTimedOutOrCrashedMayBeReplayed() throws IOException {
        news.notify(input(
                made(1),
                failed(2, "{\"Error\":\"States.Timeout\"}"),
                failed(3, "{\"Error\":\"Foo\",\"Cause\":\"x\"}")));

        assertThat(news.job().pictures().get(1).error()).map(Problem::code).contains("TIMED_OUT");
        Problem third = news.job().pictures().get(2).error().orElseThrow();
        assertThat(third.code()).isEqualTo("INTERNAL_ERROR");
        assertThat(third.message()).contains("Foo");
        assertThat(third.retryable()).isTrue();
    }

    @Test
    void aPhotoWithoutAFaceIsRejectedInPlainWords() throws IOException {
        String answer = news.notify("{\"jobId\":\"" + JOB + "\",\"pictures\":[],\"refusal\":{\"Error\":"
                + "\"booth.core.Refused\",\"Cause\":\"NO_FACE: No face was found; step closer.\"}}");

        assertThat(answer).contains("\"rejected\"");
        assertThat(news.job().error()).contains(new Problem("NO_FACE", "No face was found; step closer.", false));
        assertThat(news.announced.get(0).path("error").path("code").asText()).isEqualTo("NO_FACE");
    }

    @Test
    void aRefusalThatLambdaWrappedKeepsItsCode() throws IOException {
        news.notify("{\"jobId\":\"" + JOB + "\",\"pictures\":[],\"refusal\":{\"Error\":\"booth.core.Refused\","
                + "\"Cause\":\"{\\\"errorMessage\\\":\\\"PHOTO_TOO_NARROW: Crop it.\\\",\\\"errorType\\\":"
                + "\\\"booth.core.Refused\\\",\\\"stackTrace\\\":[\\\"a\\\"]}\"}}");

        assertThat(news.job().error()).contains(new Problem("PHOTO_TOO_NARROW", "Crop it.", false));
    }

    @Test
    void aRetryAfterTheTopicFailedAnnouncesWhatWasRecorded() throws IOException {
        news.topicMood = () -> {
            throw new Busy("SNS is busy", new IllegalStateException());
        };
        assertThatThrownBy(() -> news.notify(input(made(1), made(2), made(3)))).isInstanceOf(Busy.class);
        String recorded = version();
        news.topicMood = () -> {};
        news.now = Newsroom.NOW.plusSeconds(20);

        news.notify(input(made(1), made(2), made(3)));

        assertThat(version()).isEqualTo(recorded);
        assertThat(news.announced).hasSize(1);
    }

    @Test
    void anErasedJobIsNobodysNews() throws IOException {
        news.folder.delete(JobKeys.jobRecord(Newsroom.JOB));
        List<ObjectStore.Entry> left = news.folder.list("");

        assertThat(news.notify(input(made(1), made(2), made(3)))).contains("\"expired\"");

        assertThat(news.announced).isEmpty();
        assertThat(news.folder.list("")).isEqualTo(left);
    }

    @Test
    void thoseWhoWatchSeeTheEnd() throws IOException {
        news.listens("one=");
        news.listens("two=");

        news.notify(input(made(1), made(2), made(3)));

        assertThat(news.received).containsOnlyKeys("one=", "two=");
        assertThat(news.received.get("one=")).isEqualTo(news.announced);
    }

    @Test
    void aDeadConnectionHarmsNobodyAndIsForgotten() throws IOException {
        news.listens("a-dead");
        news.listens("b-stuck");
        news.listens("c-alive");
        news.closed.add("a-dead");
        news.stuck.add("b-stuck");

        news.notify(input(made(1), made(2), made(3)));

        assertThat(news.received).containsOnlyKeys("c-alive");
        assertThat(news.folder.exists(Newsroom.marker("a-dead"))).isFalse();
        assertThat(news.folder.exists(Newsroom.marker("b-stuck"))).isTrue();
    }

    @Test
    void noLinkReachesTheLog() throws IOException {
        news.pictureLanded(1);

        news.notify(input(made(1), failed(2, REFUSED_BY_MODEL), made(3)));

        assertThat(String.join("\n", news.log))
                .contains("job_partial", "task_succeeded", JOB)
                .doesNotContain("https://");
    }

    @Test
    void anExecutionWhoseJobHasBeenStartedAgainSaysNothing() throws IOException {
        news.jobs.update(Newsroom.JOB, job -> job.queued(1, Newsroom.NOW));

        String answer = news.notify(by(JOB + "-r0", input(made(1), made(2), made(3))));

        assertThat(answer).contains("\"queued\"");
        assertThat(news.job().status()).isEqualTo(Status.QUEUED);
        assertThat(news.announced).isEmpty();
    }

    @Test
    void anEndThatALaterAttemptHasAnnouncedIsNotAnnouncedAgainByAnEarlierOne() throws IOException {
        news.jobs.update(Newsroom.JOB, job -> job.queued(1, Newsroom.NOW));
        news.notify(by(JOB + "-r1", input(made(1), made(2), made(3))));

        String answer = news.notify(by(JOB + "-r0", input(made(1), made(2), made(3))));

        assertThat(answer).contains("\"succeeded\"");
        assertThat(news.announced).hasSize(1);
    }

    @Test
    void theAttemptThatRunsEndsItsJob() throws IOException {
        news.jobs.update(Newsroom.JOB, job -> job.queued(1, Newsroom.NOW));

        news.notify(by(JOB + "-r1", input(made(1), made(2), made(3))));

        assertThat(news.job().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(String.join("\n", news.log))
                .contains("\"event\":\"job_succeeded\",\"jobId\":\"" + JOB + "\",\"execution\":\"" + JOB + "-r1\"");
    }

    @Test
    void anInputWithAnUnknownFieldIsAnError() {
        assertThatThrownBy(() -> news.notify("{\"jobId\":\"" + JOB + "\",\"pictures\":[],\"refused\":{}}"))
                .hasMessageContaining("refused");
    }

    private String version() {
        return news.folder.find(JobKeys.jobRecord(Newsroom.JOB)).orElseThrow().version();
    }

    private static String input(String... pictures) {
        return "{\"jobId\":\"" + JOB + "\",\"pictures\":[" + String.join(",", pictures) + "]}";
    }

    private static String by(String execution, String input) {
        return input.substring(0, input.length() - 1) + ",\"task\":{\"execution\":\"" + execution
                + "\",\"state\":\"Notify\",\"attempt\":0}}";
    }

    private static String made(int index) {
        return "{\"index\":" + index + ",\"status\":\"succeeded\",\"key\":\"" + Newsroom.picture(index) + "\"}";
    }

    private static String failed(int index, String error) {
        return "{\"index\":" + index + ",\"status\":\"failed\",\"error\":" + error + "}";
    }
}
