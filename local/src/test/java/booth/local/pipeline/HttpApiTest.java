package booth.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.access.BoothKeys;
import booth.core.image.ImageBytes;
import booth.core.job.JobId;
import booth.core.job.JobKeys;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A booth that knows nothing but the API's address and its key. */
class HttpApiTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final byte[] PHOTO = Photos.guest(Photos.SKIN);
    private static final List<String> PROMPTS = List.of("sea", "hill", "moon");

    @TempDir
    private static Path folder;

    private static final FakeBedrock painter = new FakeBedrock();
    private static Pipeline pipeline;
    private static String key;
    private static String otherBooths;

    @BeforeAll
    static void start() {
        pipeline = Pipeline.start(folder, painter);
        BoothKeys keys = new BoothKeys(pipeline.folder());
        key = keys.issue("left", 600, Instant.now()).secret();
        otherBooths = keys.issue("right", 600, Instant.now()).secret();
    }

    @AfterAll
    static void stop() {
        pipeline.close();
    }

    @Test
    void aPhotoGoesItsWholeWay() {
        JsonNode opened = created(newJob(PROMPTS));
        String job = opened.at("/links/self").asText();
        assertThat(send(upload(opened)).statusCode()).isEqualTo(200);

        JsonNode end = ended(job);
        assertThat(end.path("status").asText()).isEqualTo("succeeded");
        assertThat(end.path("pictures")).hasSize(3);
        for (int i = 0; i < PROMPTS.size(); i++)
            assertThat(Photos.distance(
                            Photos.corner(picture(end.at("/pictures/" + i + "/url"))),
                            FakeBedrock.colourOf(PROMPTS.get(i))))
                    .as("the scene of picture %d", i + 1)
                    .isLessThan(8);

        assertThat(json(send(with(key, request("/v1/jobs?limit=50"))))
                        .path("jobs")
                        .findValuesAsText("jobId"))
                .contains(opened.path("jobId").asText());
        HttpResponse<byte[]> replay = send(with(key, request(job + "/replay")).POST(BodyPublishers.noBody()));
        assertThat(replay.statusCode()).isEqualTo(200);
        assertThat(json(replay).path("result").asText()).isEqualTo("nothing_to_do");
    }

    @Test
    void whatIsErasedIsGone() {
        JsonNode opened = created(newJob(PROMPTS));
        String job = opened.at("/links/self").asText();
        send(upload(opened));
        URI picture = URI.create(ended(job).at("/pictures/0/url").asText());

        assertThat(send(with(otherBooths, request(job)).DELETE()).statusCode())
                .as("another booth's job does not exist")
                .isEqualTo(404);
        assertThat(send(with(key, request(job)).DELETE()).statusCode()).isEqualTo(204);

        assertProblem(send(request(job)), 404, "NO_SUCH_JOB");
        assertProblem(send(with(key, request(job)).DELETE()), 404, "NO_SUCH_JOB");
        assertThat(send(HttpRequest.newBuilder(picture)).statusCode()).isEqualTo(404);
        JobId id = new JobId(opened.path("jobId").asText());
        assertThat(pipeline.folder().list(JobKeys.folder(id))).isEmpty();
        assertThat(pipeline.s3()
                        .listObjectsV2(list ->
                                list.bucket(pipeline.output("UploadsBucket")).prefix(JobKeys.folder(id)))
                        .contents())
                .isEmpty();
        assertThat(json(send(with(key, request("/v1/jobs?limit=50"))))
                        .path("jobs")
                        .findValuesAsText("jobId"))
                .doesNotContain(id.value());
    }

    @Test
    void whoWatchesWhatIsErasedIsCutOff() {
        JsonNode opened = created(newJob(PROMPTS));
        JobId id = new JobId(opened.path("jobId").asText());
        try (Watcher watcher = Watcher.of(HttpClient.newHttpClient(), pipeline.output("StreamUrl"), id)) {
            assertThat(watcher.last().path("status").asText()).isEqualTo("awaiting_upload");

            assertThat(send(with(key, request(opened.at("/links/self").asText()))
                                    .DELETE())
                            .statusCode())
                    .isEqualTo(204);

            assertThat(watcher.closedWith()).isPositive();
        }
    }

    @Test
    void aCallThatIsRepeatedOpensOneJob() {
        HttpRequest.Builder call = newJob(PROMPTS).header("Idempotency-Key", "till-4-0815");
        String first = created(call).path("jobId").asText();

        assertThat(created(call).path("jobId").asText()).isEqualTo(first);
        assertProblem(
                send(newJob(List.of("cave")).header("Idempotency-Key", "till-4-0815")), 422, "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void whoHasNoKeyOpensNothing() {
        HttpResponse<byte[]> refused = send(request("/v1/jobs").POST(BodyPublishers.ofString("{}")));

        assertProblem(refused, 401, "UNAUTHORIZED");
        assertThat(refused.headers().firstValue("www-authenticate")).contains("Bearer");
    }

    /** API Gateway knows neither the route nor the method: the function says it in its own words. */
    @Test
    void whatIsNoRouteIsAProblemLikeAnyOther() {
        assertProblem(send(request("/v2/jobs")), 404, "NO_SUCH_ROUTE");
        assertProblem(send(request("/v1/jobs").method("PATCH", BodyPublishers.noBody())), 405, "METHOD_NOT_ALLOWED");
    }

    @Test
    void aPageOfAnyOriginMayRead() {
        HttpResponse<byte[]> answer = send(request("/v1/jobs/" + JobId.random())
                .header("Origin", "https://page.example")
                .header("Access-Control-Request-Method", "GET")
                .method("OPTIONS", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("access-control-allow-origin")).contains("*");
    }

    @Test
    void theDescriptionIsServed() {
        JsonNode description = json(send(request("/openapi.json")));

        assertThat(description.path("openapi").asText()).startsWith("3.1");
        assertThat(description.path("paths").has("/v1/jobs")).isTrue();
    }

    private static HttpRequest.Builder newJob(List<String> prompts) {
        ObjectNode job = JSON.createObjectNode()
                .put("filename", "guest.jpg")
                .put("contentType", "image/jpeg")
                .put("contentLength", PHOTO.length);
        prompts.forEach(job.putArray("prompts")::add);
        return with(key, request("/v1/jobs"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(job.toString()));
    }

    private static JsonNode created(HttpRequest.Builder call) {
        HttpResponse<byte[]> answer = send(call);
        JsonNode opened = json(answer);
        assertThat(answer.statusCode()).as(opened.toString()).isEqualTo(201);
        assertThat(answer.headers().firstValue("location"))
                .contains(opened.at("/links/self").asText());
        return opened;
    }

    private static HttpRequest.Builder upload(JsonNode opened) {
        JsonNode upload = opened.path("upload");
        HttpRequest.Builder put = HttpRequest.newBuilder(
                        URI.create(upload.path("url").asText()))
                .method(upload.path("method").asText(), BodyPublishers.ofByteArray(PHOTO));
        for (Map.Entry<String, JsonNode> header : upload.path("headers").properties())
            if (!header.getKey().toLowerCase(Locale.ROOT).equals("content-length")) // the client's own to set
            put.header(header.getKey(), header.getValue().asText());
        return put;
    }

    /** Asks without a key, as guests do. */
    private static JsonNode ended(String job) {
        return Pipeline.await()
                .until(
                        () -> json(send(request(job))),
                        view -> view.path("endedAt").isTextual());
    }

    private static BufferedImage picture(JsonNode url) {
        HttpResponse<byte[]> picture = send(HttpRequest.newBuilder(URI.create(url.asText())));
        assertThat(picture.headers().firstValue("content-type")).contains("image/jpeg");
        return ImageBytes.decode("picture", picture.body());
    }

    private static void assertProblem(HttpResponse<byte[]> answer, int status, String code) {
        assertThat(json(answer).path("code").asText()).isEqualTo(code);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(pipeline.output("ApiUrl") + path));
    }

    private static HttpRequest.Builder with(String key, HttpRequest.Builder request) {
        return request.header("Authorization", "Bearer " + key);
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) {
        return pipeline.http(request.build());
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
