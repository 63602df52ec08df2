package booth.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Json;
import booth.core.image.ImageBytes;
import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.JobView;
import booth.core.job.Status;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A booth from before the HTTP API, which sends what it always sent and reads what it always read. */
class ExistingClientsTest {
    private static final byte[] PHOTO = Photos.guest(Photos.SKIN);

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

    @ParameterizedTest
    @CsvSource({"face.jpg, '', face", "face.jpg, abc, abc", "a.b.JPG, '', a", "dotless, '', dotless"})
    void promisedLinksComeTrue(String filename, String id, String named) {
        JsonNode place = place(filename);
        assertThat(put(place, PHOTO)).isEqualTo(200);

        HttpResponse<byte[]> answer = order("/photo-api", place, id);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("isBase64Encoded").booleanValue()).isFalse();
        JsonNode promise = parse(json(answer).path("body").asText());
        List<URI> pictures = pictures(promise);
        assertThat(pictures)
                .extracting(URI::getPath)
                .allMatch(path -> path.contains("/photo/" + job(place) + "/photo_" + named + "_"))
                .hasSize(3);
        pictures.forEach(this::becomesAJpeg);
        assertThat(look(URI.create(promise.path("url_original").asText())).body())
                .isEqualTo(PHOTO);
        assertThat(pipeline.ended(job(place)).origin().requestId()).contains("r-1");
        assertThat(pipeline.executions().namesOf(job(place))).containsExactly(job(place) + "-r0");
    }

    @Test
    void thePhotoMayComeAfterItsPicturesAreAskedFor() {
        JsonNode place = place("late.jpg");
        List<URI> pictures = pictures(
                parse(json(order("/photo-api", place, "after")).path("body").asText()));
        assertThat(pictures)
                .allSatisfy(link -> assertThat(look(link).statusCode()).isIn(403, 404));

        put(place, PHOTO);

        pictures.forEach(this::becomesAJpeg);
        assertThat(pipeline.executions().namesOf(job(place))).containsExactly(job(place) + "-r0");
    }

    @Test
    void aPhotoThatNobodyAsksForStartsNothing() {
        JsonNode held = place("held.jpg");
        put(held, PHOTO);
        JsonNode asked = place("asked.jpg");
        put(asked, PHOTO);

        assertThat(order("/photo", asked, "").statusCode()).isEqualTo(200);

        assertThat(pipeline.executions().namesOf(job(held))).isEmpty();
        assertThat(pipeline.look(job(held)).status().word()).isEqualTo("awaiting_upload");
    }

    @Test
    void whoWaitsGetsThePictures() {
        JsonNode place = place("wait.jpg");
        put(place, PHOTO);

        HttpResponse<byte[]> answer = order("/photo", place, "");

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode pictures = json(answer);
        assertThat(pictures(pictures)).hasSize(3).allSatisfy(this::isAJpeg);
        assertThat(look(URI.create(pictures.path("url_original").asText())).body())
                .isEqualTo(PHOTO);
        assertThat(Double.parseDouble(pictures.path("time_taken").asText())).isPositive();
    }

    @Test
    void whoWaitsForASlowModelIsToldWhereToLook() {
        JsonNode place = place("slow.jpg");
        put(place, PHOTO);
        HttpResponse<byte[]> answer;
        try (FakeBedrock.Hold slow = painter.hold()) {
            answer = order("/photo", place, "");
        }

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(json(answer).path("status").asText()).isEqualTo("running");
        String job = json(answer).at("/links/self").asText();
        assertThat(answer.headers().firstValue("location")).contains(job);
        Pipeline.await()
                .until(() -> json(send(HttpRequest.newBuilder(URI.create(pipeline.output("ApiUrl") + job))))
                        .path("status")
                        .asText()
                        .equals("succeeded"));
        assertThat(order("/photo", place, "").statusCode()).isEqualTo(200);
    }

    @Test
    void eachFaceHasAPictureOfItsOwn() {
        Color left = new Color(230, 60, 60);
        Color right = new Color(60, 230, 60);
        JsonNode place = place("pair.jpg");
        put(place, Photos.pair(left, right));

        HttpResponse<byte[]> answer = order("/multiphoto", place, "duo");

        assertThat(answer.statusCode()).isEqualTo(200);
        List<BufferedImage> pictures = pictures(json(answer)).stream()
                .map(link -> ImageBytes.decode("picture", look(link).body()))
                .toList();
        assertThat(pictures).hasSize(2);
        assertKeeps(left, Photos.LEFT, pictures.get(0));
        assertPaintedAway(Photos.RIGHT, pictures.get(0));
        assertPaintedAway(Photos.LEFT, pictures.get(1));
        assertKeeps(right, Photos.RIGHT, pictures.get(1));
        JobView end = pipeline.ended(job(place));
        assertThat(end.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(end.pictures())
                .extracting(picture -> picture.url().orElseThrow())
                .containsExactly(
                        JobKeys.folder(job(place)) + "photo_duo_1.jpeg",
                        JobKeys.folder(job(place)) + "photo_duo_2.jpeg");
    }

    private static void assertKeeps(Color face, double place, BufferedImage picture) {
        assertThat(Photos.distance(Photos.at(place, picture), face)).isLessThan(12);
    }

    /** The fake model paints all of a picture in one colour. */
    private static void assertPaintedAway(double place, BufferedImage picture) {
        assertThat(Photos.distance(Photos.at(place, picture), Photos.corner(picture)))
                .isLessThan(8);
    }

    @Test
    void aPhotoWithoutAFaceIsAProblem() {
        JsonNode place = place("wall.jpg");
        put(place, Photos.nobody());

        HttpResponse<byte[]> answer = order("/photo", place, "");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).path("code").asText()).isEqualTo("NO_FACE");
    }

    @Test
    void otherFilesAreTakenAndStartNothing() {
        JsonNode place = parse(json(post("/upload", Map.of("type", "d", "filename", "x", "contentType", "image/png")))
                .path("body")
                .asText());

        assertThat(place.path("Key").asText()).startsWith("docs/").endsWith("/x");
        assertThat(put(place, "hello".getBytes(StandardCharsets.UTF_8))).isEqualTo(200);
        assertThat(order("/photo-api", place, "").statusCode()).isEqualTo(404);
    }

    @Test
    void anotherTypeThanTheSignedOneIsRefusedByTheBucket() {
        JsonNode place = place("typed.jpg");

        assertThat(put(((ObjectNode) place).put("ContentType", "image/png"), PHOTO))
                .isEqualTo(403);
    }

    @Test
    void afterFiveMinutesThePlaceIsGone() {
        URI signed = URI.create(place("old.jpg").path("UploadURL").asText());

        assertThat(put(SignedAgo.seconds(295, signed, "image/jpeg"), "image/jpeg", PHOTO))
                .isEqualTo(200);
        assertThat(put(SignedAgo.seconds(301, signed, "image/jpeg"), "image/jpeg", PHOTO))
                .isEqualTo(403);
    }

    private static JsonNode place(String filename) {
        HttpResponse<byte[]> answer =
                post("/upload", Map.of("type", "photo", "filename", filename, "contentType", "image/jpeg"));
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode place = parse(json(answer).path("body").asText());
        assertThat(place.path("Expires").intValue()).isEqualTo(300);
        return place;
    }

    private static JobId job(JsonNode place) {
        return JobKeys.jobOf(place.path("Key").asText()).orElseThrow();
    }

    private static int put(JsonNode place, byte[] bytes) {
        return put(
                URI.create(place.path("UploadURL").asText()),
                place.path("ContentType").asText(),
                bytes);
    }

    private static int put(URI url, String contentType, byte[] bytes) {
        return send(HttpRequest.newBuilder(url)
                        .header("Content-Type", contentType)
                        .PUT(BodyPublishers.ofByteArray(bytes)))
                .statusCode();
    }

    private static HttpResponse<byte[]> order(String route, JsonNode place, String id) {
        ObjectNode order = Json.MAPPER
                .createObjectNode()
                .put("requestId", "r-1")
                .put("bucket", place.path("Bucket").asText())
                .put("key", place.path("Key").asText());
        if (!id.isEmpty()) order.put("id", id);
        return post(route, order);
    }

    private static HttpResponse<byte[]> post(String route, Object body) {
        return send(HttpRequest.newBuilder(URI.create(pipeline.output("ApiUrl") + route))
                .POST(BodyPublishers.ofByteArray(Json.bytes(body))));
    }

    /** What a JSON array inside a string holds. */
    private static List<URI> pictures(JsonNode answer) {
        return StreamSupport.stream(parse(answer.path("url_generated").asText()).spliterator(), false)
                .map(link -> URI.create(link.asText()))
                .toList();
    }

    /** Clients take 403 and 404 for not yet. */
    private void becomesAJpeg(URI link) {
        Pipeline.await().until(() -> look(link).statusCode() == 200);
        isAJpeg(link);
    }

    private void isAJpeg(URI link) {
        HttpResponse<byte[]> picture = look(link);
        assertThat(picture.headers().firstValue("content-type")).contains("image/jpeg");
        assertThat(picture.body()).startsWith(0xff, 0xd8, 0xff);
        assertThat(ImageBytes.decode("picture", picture.body()).getWidth()).isEqualTo(1024);
    }

    private static HttpResponse<byte[]> look(URI link) {
        return send(HttpRequest.newBuilder(link));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) {
        return pipeline.http(request.build());
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        try {
            return Json.MAPPER.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }
}
