package booth.local.pipeline;

import booth.aws.S3ObjectStore;
import booth.core.access.BoothKeys;
import booth.core.image.ImageBytes;
import booth.core.job.ObjectStore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import software.amazon.awssdk.services.s3.S3Client;

/** Somebody with a booth's key who orders pictures for the garden. */
final class Gardener {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String api;
    private final String secret;
    private final ObjectStore pictures;

    /** @param keys the jobs bucket */
    Gardener(String api, ObjectStore keys, S3Client s3, String bucket) {
        this.api = api;
        this.secret = new BoothKeys(keys).issue("gardener", 6000, Instant.now()).secret();
        this.pictures = new S3ObjectStore(s3, bucket);
    }

    static Gardener of(Pipeline pipeline) {
        return new Gardener(
                pipeline.output("ApiUrl"), pipeline.folder(), pipeline.s3(), pipeline.gardenOutput("PicturesBucket"));
    }

    /** @param prompts so many texts, {@code garden <n> of <name>} */
    JsonNode order(String name, int prompts, int concurrency) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < prompts; i++)
            rows.append(i == 0 ? "" : ",")
                    .append("{\"emotion\":\"happy\",\"others\":\"\",\"emotionText\":\"" + text(name, i) + "\"}");
        return ask("POST", "/v1/garden/batches", "{\"rows\":[" + rows + "],\"concurrency\":" + concurrency + "}");
    }

    static String text(String name, int number) {
        return "garden " + number + " of " + name;
    }

    JsonNode look(JsonNode batch) {
        return ask("GET", batch.at("/links/self").asText(), "");
    }

    JsonNode ended(JsonNode batch) {
        return Pipeline.await()
                .until(() -> look(batch), seen -> !seen.path("status").asText().equals("running"));
    }

    JsonNode ask(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api + path))
                .header("Authorization", "Bearer " + secret)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return JSON.readTree(
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    ObjectStore pictures() {
        return pictures;
    }

    /** {@code 1280×800} of a stored picture. */
    String size(String key) {
        BufferedImage picture = ImageBytes.decode(key, pictures.read(key));
        return picture.getWidth() + "×" + picture.getHeight();
    }
}
