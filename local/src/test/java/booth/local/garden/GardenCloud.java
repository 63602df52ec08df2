package booth.local.garden;

import booth.core.access.BoothKeys;
import booth.local.pipeline.FakeBedrock;
import booth.local.pipeline.Pipeline;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The garden beside the booth, its bucket, and those who ask it over HTTP. */
public final class GardenCloud implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    private final Pipeline pipeline;
    private final String key;

    private GardenCloud(Pipeline pipeline) {
        this.pipeline = pipeline;
        this.key = new BoothKeys(pipeline.folder())
                .issue("gardener", 6000, Instant.now())
                .secret();
    }

    /** @param folder an empty one */
    public static GardenCloud start(Path folder) {
        return new GardenCloud(Pipeline.startWithGarden(folder, new FakeBedrock(), 0, true));
    }

    public S3Client s3() {
        return pipeline.s3();
    }

    public String bucket() {
        return pipeline.gardenOutput("PicturesBucket");
    }

    public String url() {
        return pipeline.gardenOutput("ApiUrl");
    }

    void put(String key, byte[] bytes) {
        s3().putObject(put -> put.bucket(bucket()).key(key).contentType("image/jpeg"), RequestBody.fromBytes(bytes));
    }

    void delete(String key) {
        s3().deleteObject(delete -> delete.bucket(bucket()).key(key));
    }

    List<String> keys(String prefix) {
        return s3().listObjectsV2Paginator(list -> list.bucket(bucket()).prefix(prefix)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    /** With a key. */
    HttpResponse<String> post(String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(url() + path))
                .header("Authorization", "Bearer " + key)
                .POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url() + path)));
    }

    byte[] bytes(String url) {
        return answer(HttpRequest.newBuilder(URI.create(url)), BodyHandlers.ofByteArray())
                .body();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return answer(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> answer(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request.build(), body);
        } catch (IOException e) {
            throw new AssertionError("The garden has not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The keys of the pictures that a search key has, as their URLs tell them. */
    List<String> listed(String searchKey) {
        return urls("/gardenfromDB", searchKey).stream()
                .map(url -> URI.create(url).getPath().substring(1))
                .toList();
    }

    List<String> urls(String path, String searchKey) {
        HttpResponse<String> answer = post(path, "{\"emotion\":\"" + searchKey + "\"}");
        if (answer.statusCode() != 200) throw new AssertionError(answer.body());
        JsonNode page = json(answer.body());
        return Stream.of("landscape", "portrait")
                .flatMap(orientation -> page.path(orientation).findValuesAsText("url").stream())
                .collect(Collectors.toList());
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }

    @Override
    public void close() {
        pipeline.close();
    }
}
