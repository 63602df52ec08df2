package booth.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Json;
import booth.core.StubServer;
import booth.core.StubServer.Call;
import booth.core.StubServer.Reply;
import booth.core.access.BoothKey;
import booth.core.access.BoothKeys;
import booth.core.job.Callback;
import booth.core.job.JobId;
import booth.core.job.JobRequest;
import booth.emulator.AddedServices;
import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A booth's own server is told how its jobs ended. */
class CallbackTest {
    @TempDir
    private Path folder;

    private volatile int status = 204;
    private final StubServer server = new StubServer(call -> Reply.of(status, ""));
    private Pipeline pipeline;
    private BoothKey key;

    @BeforeEach
    void start() {
        pipeline = Pipeline.start(
                Templates.withPrivateCallbacks(folder),
                folder.resolve("data"),
                new AddedServices(List.of(new FakeRekognition()), List.of(new FakeSam(), new FakeBedrock())));
        key = new BoothKeys(pipeline.folder()).issue("hall", 60, Instant.now()).key();
    }

    @AfterEach
    void stop() {
        pipeline.close();
        server.close();
    }

    @Test
    void itGetsTheEndSignedAndWithLinksThatOpen() throws Exception {
        JobId job =
                pipeline.send(Photos.guest(Photos.SKIN), request(server.url().resolve("/ended")));

        Call call = Pipeline.await()
                .until(() -> server.calls().stream().findFirst(), Optional::isPresent)
                .orElseThrow();

        Map<String, List<String>> headers = call.headers().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
        new Webhook(key.webhookSecret()).verify(call.body(), HttpHeaders.of(headers, (name, value) -> true));
        JsonNode told = Json.MAPPER.readTree(call.body());
        assertThat(told.path("jobId").asText()).isEqualTo(job.value());
        assertThat(told.path("status").asText()).isEqualTo("succeeded");
        for (JsonNode picture : told.path("pictures")) assertThat(open(picture)).startsWith(0xff, 0xd8, 0xff);
    }

    @Test
    void itIsToldAgainUntilItTakesIt() {
        status = 503;
        pipeline.send(Photos.guest(Photos.SKIN), request(server.url().resolve("/ended")));
        Pipeline.await().until(() -> server.calls().size() == 1);
        status = 204;

        Pipeline.await().until(() -> server.calls().size() == 2);

        assertThat(server.calls())
                .extracting(call -> call.header("webhook-id"))
                .containsOnly(server.calls().get(0).header("webhook-id"));
        Pipeline.await().until(() -> pipeline.queues().empty(pipeline.output("CallbackQueueUrl")));
    }

    private byte[] open(JsonNode picture) {
        return pipeline.http(
                        HttpRequest.newBuilder(URI.create(picture.path("url").asText()))
                                .build())
                .body();
    }

    private JobRequest request(URI url) {
        return new JobRequest(
                "guest.jpg",
                "image/jpeg",
                Optional.empty(),
                Optional.empty(),
                "hall",
                List.of(),
                Optional.empty(),
                Optional.of(new Callback(url.toString(), key.id())));
    }
}
