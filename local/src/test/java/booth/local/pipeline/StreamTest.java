package booth.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import booth.aws.Uploads;
import booth.core.job.JobId;
import booth.core.watching.Watchers;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages that watch jobs over the wire. */
class StreamTest {
    private static final byte[] PHOTO = Photos.guest(Photos.SKIN);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path folder;

    private static final FakeBedrock painter = new FakeBedrock();
    private static Pipeline pipeline;

    @BeforeAll
    static void start() {
        pipeline = Pipeline.start(folder, painter);
    }

    @AfterAll
    static void stop() {
        pipeline.close();
    }

    @Test
    void whoWatchesSeesEveryStepToTheEnd() {
        Uploads.Upload upload = pipeline.announce(Pipeline.request("a.jpg"), PHOTO.length);
        try (Watcher watcher = watch(upload.jobId())) {
            assertThat(watcher.last().path("status").asText()).isEqualTo("awaiting_upload");

            pipeline.put(upload, PHOTO);

            JsonNode end = watcher.end();
            assertThat(end.path("status").asText()).isEqualTo("succeeded");
            assertThat(end.path("pictures").findValuesAsText("status")).containsOnly("succeeded");
            assertThat(revisions(watcher)).isSorted();
        }
    }

    @Test
    void whoComesBackInTheMiddleLosesNothing() {
        painter.script("slow", 4, FakeBedrock.Answer.THROTTLED);
        JobId job = pipeline.send(PHOTO, Pipeline.request("a.jpg", "fast", "slow"));
        long before;
        try (Watcher watcher = watch(job)) {
            Pipeline.await().until(() -> watcher.last().at("/pictures/0/status").asText(), "succeeded"::equals);
            before = watcher.last().path("revision").asLong();
            watcher.vanish();
        }

        try (Watcher again = watch(job)) {
            assertThat(again.last().path("revision").asLong()).isGreaterThanOrEqualTo(before);
            assertThat(again.end().path("status").asText()).isEqualTo("succeeded");
            assertThat(again.views())
                    .allSatisfy(view ->
                            assertThat(view.at("/pictures/0/status").asText()).isEqualTo("succeeded"));
        }
    }

    @Test
    void allWhoWatchSeeTheSameThoughOneOfThemVanishes() {
        Uploads.Upload upload = pipeline.announce(Pipeline.request("a.jpg"), PHOTO.length);
        try (Watcher page = watch(upload.jobId());
                Watcher guest = watch(upload.jobId())) {
            Watcher gone = watch(upload.jobId());
            gone.last();
            gone.vanish();
            page.last();
            guest.last();

            pipeline.put(upload, PHOTO);

            JsonNode end = page.end();
            assertThat(guest.end().path("revision")).isEqualTo(end.path("revision"));
            Pipeline.await().until(() -> listeners(upload.jobId()) == 2);
        }
        Pipeline.await().until(() -> listeners(upload.jobId()) == 0);
    }

    @Test
    void whoAsksSeesTheJobAgain() {
        Uploads.Upload upload = pipeline.announce(Pipeline.request("a.jpg"), PHOTO.length);
        try (Watcher watcher = watch(upload.jobId())) {
            JsonNode first = watcher.last();

            watcher.say("{\"action\":\"view\"}");

            Pipeline.await().until(() -> watcher.views().size() == 2);
            assertThat(watcher.last().path("revision")).isEqualTo(first.path("revision"));
        }
    }

    @Test
    void aPhotoThatIsRefusedEndsTheStreamWithItsReason() {
        Uploads.Upload upload = pipeline.announce(Pipeline.request("wall.jpg"), Photos.nobody().length);
        try (Watcher watcher = watch(upload.jobId())) {
            watcher.last();
            pipeline.put(upload, Photos.nobody());

            assertThat(watcher.end().path("status").asText()).isEqualTo("rejected");
            assertThat(watcher.last().at("/error/code").asText()).isEqualTo("NO_FACE");
        }
    }

    @Test
    void picturesThatFailAreSeenToo() {
        painter.script("never", FakeBedrock.Answer.FILTERED);
        for (String prompt : List.of("no 1", "no 2", "no 3")) painter.script(prompt, FakeBedrock.Answer.FILTERED);
        JobId partial = pipeline.send(PHOTO, Pipeline.request("a.jpg", "fine", "never"));
        JobId failed = pipeline.send(PHOTO, Pipeline.request("a.jpg", "no 1", "no 2", "no 3"));
        try (Watcher one = watch(partial);
                Watcher other = watch(failed)) {
            assertThat(one.end().path("status").asText()).isEqualTo("partial");
            assertThat(one.last().at("/pictures/1/status").asText()).isEqualTo("failed");
            assertThat(other.end().path("status").asText()).isEqualTo("failed");
            assertThat(other.last().at("/error/code").asText()).isEqualTo("NO_PICTURE");
        }
    }

    @Test
    void aJobThatIsCanceledWhileItWaitsEndsTheStream() {
        painter.script("held up", 6, FakeBedrock.Answer.THROTTLED);
        JobId job = pipeline.send(PHOTO, Pipeline.request("a.jpg", "held up"));
        try (Watcher watcher = watch(job)) {
            Pipeline.await().until(() -> watcher.last().has("queuePosition"));

            pipeline.executions().stop(job.executionName(0));

            assertThat(watcher.end().path("status").asText()).isEqualTo("canceled");
            assertThat(watcher.last().has("queuePosition")).isFalse();
            Pipeline.await()
                    .until(() -> pipeline.folder().list("line/").stream()
                            .noneMatch(marker -> marker.key().endsWith(job.value())));
        }
    }

    @Test
    void whoWaitsComesCloserWhenAnotherLeavesTheLine() {
        painter.pause();
        JobId first = pipeline.send(PHOTO, Pipeline.request("a.jpg"));
        Pipeline.await()
                .until(() -> pipeline.look(first).standing().queuePosition().isPresent());
        JobId second = pipeline.send(PHOTO, Pipeline.request("b.jpg"));
        try (Watcher watcher = watch(second)) {
            Pipeline.await().until(() -> watcher.last().path("queuePosition").asInt(), place -> place == 2);

            pipeline.executions().stop(first.executionName(0));

            Pipeline.await().until(() -> watcher.last().path("queuePosition").asInt(), place -> place == 1);
            painter.paint();
            assertThat(watcher.end().path("status").asText()).isEqualTo("succeeded");
            assertThat(watcher.last().has("queuePosition")).isFalse();
        } finally {
            painter.paint();
        }
    }

    private static int listeners(JobId job) {
        return new Watchers(pipeline.folder()).of(job).size();
    }

    @Test
    void aJobThatDoesNotExistCannotBeWatched() {
        for (String query : List.of("?job=" + JobId.random(), "?job=42", ""))
            assertThat(refusal(query)).as(query).isEqualTo(404);
    }

    private static int refusal(String query) {
        URI address = URI.create(pipeline.output("StreamUrl") + query);
        try (Watcher watcher = Watcher.open(HTTP, address)) {
            throw new AssertionError(address + " was opened: " + watcher.views());
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof WebSocketHandshakeException refused)) throw e;
            return Optional.ofNullable(refused.getResponse())
                    .map(HttpResponse::statusCode)
                    .orElse(0);
        }
    }

    private static List<Long> revisions(Watcher watcher) {
        return watcher.views().stream()
                .map(view -> view.path("revision").asLong())
                .toList();
    }

    private static Watcher watch(JobId job) {
        return Watcher.of(HTTP, pipeline.output("StreamUrl"), job);
    }
}
