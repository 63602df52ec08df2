package booth.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import booth.aws.Uploads;
import booth.core.JobId;
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
