package booth.local.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Json;
import booth.core.image.ImageBytes;
import booth.core.job.JobId;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Moods, visitors and greetings over the wire, in both stacks' templates. */
class GardenVisitorsTest {
    private static final byte[] PHOTO = Photos.guest(Photos.SKIN);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonNode TEMPLATE = template();

    @TempDir
    private static Path folder;

    private static final FakeBedrock painter = new FakeBedrock();
    private static Pipeline pipeline;

    @BeforeAll
    static void start() {
        pipeline = Pipeline.startWithGarden(folder, painter, 0, true);
    }

    @AfterAll
    static void stop() {
        pipeline.close();
    }

    @Test
    void aMoodIsReadAndNothingOfTheFaceStays() {
        HttpResponse<byte[]> answer =
                post("/emotion", PHOTO, Map.of("content-type", "image/jpeg", "x-USER-id", "guest-7"));

        JsonNode mood = json(answer);
        assertThat(answer.statusCode()).as(mood.toString()).isEqualTo(200);
        assertThat(mood.path("id").asText()).isEqualTo("guest-7");
        assertThat(mood.path("emotions").asText()).isEqualTo("CALM");
        assertThat(mood.path("generation").asText()).isEqualTo("teenager");
        assertThat(stored("profile/")).isEmpty();
    }

    @Test
    void whereNobodyIsThereIsNoFaceAndNothingStaysEither() {
        HttpResponse<byte[]> answer = post("/emotion", Photos.nobody(), Map.of("content-type", "image/jpeg"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(new String(answer.body(), UTF_8)).isEqualTo("No Face");
        assertThat(stored("profile/")).isEmpty();
    }

    @Test
    void whatIsNoPhotoIsRefusedInWords() {
        HttpResponse<byte[]> answer = post("/emotion", new byte[] {1, 2, 3}, Map.of("content-type", "image/jpeg"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("code").asText()).isEqualTo("UNSUPPORTED_TYPE");
    }

    @Test
    void greetingsReachWhoListensAlsoAfterHeWasAway() {
        try (Watcher screen = listen("booth:public")) {
            greet("{\"userId\": \"Ada\", \"state\": \"start-photo\"}");

            assertThat(screen.last().path("message").asText()).isEqualTo("Welcome, Ada!");
            screen.vanish();
        }
        try (Watcher screen = listen("booth:public");
                Watcher device = listen("guest:u-1")) {
            greet("{\"userId\": \"Ada\", \"state\": \"end-photo\"}");
            HttpResponse<byte[]> told = post(
                    "/control",
                    "{\"type\": \"rate\", \"score\": \"5\", \"user_id\": \"u-1\", \"request_id\": \"r\"}"
                            .getBytes(UTF_8),
                    Map.of());

            assertThat(told.statusCode()).isEqualTo(200);
            assertThat(screen.last().path("state").asText()).isEqualTo("end-photo");
            assertThat(device.last().path("message").asText()).isEqualTo("5");
            assertThat(device.views()).hasSize(1);
        }
    }

    @Test
    void theRepresentativesOfWhoWasPhotographedArePainted() {
        JobId job = pipeline.send(PHOTO, Pipeline.request("a.jpg"));
        pipeline.ended(job);

        pipeline.due("Garden-" + rule());

        List<JsonNode> urls = Pipeline.await().until(GardenVisitorsTest::shown, links -> links.size() == 2);
        HttpResponse<byte[]> picture = pipeline.http(
                HttpRequest.newBuilder(URI.create(urls.get(0).asText())).build());
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.body()).as("a PNG").startsWith((byte) 0x89, 'P', 'N', 'G');
        BufferedImage image = ImageBytes.decode("the man", picture.body());
        assertThat(image.getWidth()).isEqualTo(512);
        assertThat(image.getHeight()).isEqualTo(512);
        assertThat(painter.prompts())
                .anyMatch(prompt -> prompt.startsWith("a portrait photo of a 17 year old woman, calm face, smiling"))
                .anyMatch(prompt -> prompt.startsWith("a portrait photo of a 30 year old man, happy face, smiling"));
    }

    private static List<JsonNode> shown() {
        JsonNode envelope = json(post("/representative", new byte[0], Map.of()));
        List<JsonNode> urls = new ArrayList<>();
        parsed(envelope.path("body").textValue()).path("generated_urls").forEach(urls::add);
        return urls;
    }

    private static void greet(String greeting) {
        HttpResponse<byte[]> answer =
                post("/redis", greeting.getBytes(UTF_8), Map.of("content-type", "application/json"));
        assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(200);
    }

    private static Watcher listen(String channel) {
        return Watcher.open(HTTP, URI.create(pipeline.output("StreamUrl") + "?channel=" + channel));
    }

    private static HttpResponse<byte[]> post(String path, byte[] body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(pipeline.gardenOutput("ApiUrl") + path))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return pipeline.http(request.build());
    }

    private static List<String> stored(String prefix) {
        try (S3Client s3 = S3Client.create()) {
            return s3
                    .listObjectsV2(list ->
                            list.bucket(pipeline.gardenOutput("PicturesBucket")).prefix(prefix))
                    .contents()
                    .stream()
                    .map(S3Object::key)
                    .toList();
        }
    }

    private static String rule() {
        return TEMPLATE.path("Resources").properties().stream()
                .map(Map.Entry::getKey)
                .filter(id -> id.startsWith("VisitorsRepresentativesRule"))
                .filter(id -> !id.contains("Allow"))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode template() {
        try {
            return parsed(Files.readString(Path.of("../cdk/Garden.template.json")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        return parsed(new String(answer.body(), UTF_8));
    }

    private static JsonNode parsed(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
