package booth.api;

import booth.core.Json;
import booth.core.image.Box;
import booth.core.image.Frame;
import booth.core.image.ImageBytes;
import booth.core.job.Faces;
import booth.core.job.Job;
import booth.core.job.Job.PictureResult;
import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.Status;
import booth.http.Contract;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A booth from before the API: it knows the old routes, and what they answer. */
final class Client {
    final ApiFixture fixture;

    Client() {
        this(new ApiFixture());
    }

    private Client(ApiFixture fixture) {
        this.fixture = fixture;
    }

    /** Another, whose calls another instance of the function answers that takes so many photos a day without a key. */
    Client again(int dailyPhotos) {
        ApiFixture other = new ApiFixture(fixture.store);
        other.dailyPhotos(dailyPhotos);
        return new Client(other);
    }

    Reply upload(String type, String filename, String contentType) {
        return upload(type, filename, contentType, Map.of());
    }

    Reply upload(String type, String filename, String contentType, Map<String, String> headers) {
        return fixture.ask(
                "POST",
                "/upload",
                headers,
                "{\"type\":\"" + type + "\",\"filename\":\"" + filename + "\",\"contentType\":\"" + contentType
                        + "\"}");
    }

    /** The key of a photo that may be sent now. */
    String place(String filename) {
        return inner(upload("photo", filename, "image/jpeg")).path("Key").asText();
    }

    void put(String key) {
        fixture.photos.write(key, new byte[1]);
    }

    Reply order(String route, String key) {
        return order(route, key, "");
    }

    /** @param id empty for none */
    Reply order(String route, String key, String id) {
        String named = id.isEmpty() ? "" : ",\"id\":\"" + id + "\"";
        return fixture.ask(
                "POST",
                route,
                Map.of(),
                "{\"requestId\":\"r-1\",\"bucket\":\"of-mine\",\"key\":\"" + key + "\"" + named + "}");
    }

    /** What stands in the string inside an envelope. */
    static JsonNode inner(Reply reply) {
        return Contract.parse(reply.at("/body"));
    }

    /** The links that a JSON array inside a string holds. */
    static List<String> links(JsonNode answer) {
        return IntStream.range(
                        0, Contract.parse(answer.path("url_generated").asText()).size())
                .mapToObj(i -> Contract.parse(answer.path("url_generated").asText())
                        .path(i)
                        .asText())
                .toList();
    }

    Job job(String key) {
        return fixture.jobs.find(id(key)).orElseThrow();
    }

    static JobId id(String key) {
        return JobKeys.jobOf(key).orElseThrow();
    }

    void findFaces(String key, int count) {
        Faces.Face face = new Faces.Face(new Box(0, 0, 9, 9), NullNode.instance);
        fixture.store.write(
                JobKeys.faces(id(key)),
                Json.bytes(new Faces(new Frame(1024, 640), Collections.nCopies(count, face), List.of())));
    }

    /** The pipeline does its work: these pictures are there, and the job has ended. */
    void paint(String key, Status end, int... made) {
        JobKeys keys = job(key).keys();
        fixture.store.write(
                JobKeys.frame(id(key)), ImageBytes.png(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)));
        List<PictureResult> results = IntStream.of(made)
                .mapToObj(index -> new PictureResult(index, Optional.of(keys.picture(index)), Optional.empty()))
                .toList();
        results.forEach(result -> fixture.store.write(result.key().orElseThrow(), new byte[1]));
        fixture.jobs.update(id(key), job -> job.ended(end, results, Optional.empty(), fixture.now));
    }
}
