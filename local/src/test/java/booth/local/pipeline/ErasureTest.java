package booth.local.pipeline;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.aws.Uploads;
import booth.core.access.BoothKeys;
import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.JobRequest;
import booth.core.job.JobView;
import booth.core.job.Status;
import booth.emulator.AddedServices;
import java.awt.Color;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Guests are erased while their photos are worked on: afterwards nothing in the whole cloud tells of them but the numbers of
 * their jobs in its logs, and the guests beside them get their pictures.
 */
class ErasureTest {
    @TempDir
    private static Path folder;

    private static final Gate eyes = new Gate();
    private static final Gate pen = new Gate();
    private static final FakeBedrock painter = new FakeBedrock();
    private static Pipeline pipeline;
    private static Remains remains;
    private static String key;
    private static int guests;

    /** Somebody whose photo, file name and wishes are like nobody else's. */
    private record Guest(JobRequest request, byte[] photo, JobId job) {
        String name() {
            return request.filename().substring(0, request.filename().indexOf('.'));
        }
    }

    @BeforeAll
    static void start() {
        Path data = folder.resolve("data");
        remains = new Remains(data);
        pipeline = Pipeline.start(
                Templates.withSamEndpoint(folder),
                data,
                new AddedServices(List.of(new FakeRekognition(eyes)), List.of(new FakeSam(pen), painter)));
        key = new BoothKeys(pipeline.folder())
                .issue("default", 600, Instant.now())
                .secret();
    }

    @AfterAll
    static void stop() {
        pipeline.close();
    }

    @AfterEach
    void letEverybodyGo() {
        eyes.open();
        pen.open();
        painter.paint();
    }

    @Test
    void beforeThePhotoHasCome() {
        JobRequest request = request();
        byte[] photo = photo();
        Uploads.Upload upload = pipeline.announce(request, photo.length);
        Guest guest = new Guest(request, photo, upload.jobId());

        assertThat(erase(guest)).isEqualTo(204);
        assertThat(pipeline.put(upload, photo).statusCode())
                .as("its address still works")
                .isEqualTo(200);

        Pipeline.await().until(() -> remains.told("photo_erased", guest.job().value()) == 1);
        assertForgotten(guest);
    }

    @Test
    void whileFacesAreLookedFor() {
        eyes.close();
        Guest guest = guest();
        Guest other = guest();
        Pipeline.await().until(() -> eyes.waiting() == 2);

        assertThat(erase(guest)).isEqualTo(204);
        eyes.open();

        Pipeline.await().until(() -> remains.told("task_refused", guest.job().value()) == 1);
        assertForgotten(guest);
        assertUnharmed(other);
    }

    @Test
    void whileAFaceIsOutlined() {
        pen.close();
        Guest guest = guest();
        Guest other = guest();
        Pipeline.await().until(() -> pen.waiting() == 2);

        assertThat(erase(guest)).isEqualTo(204);
        pen.open();

        Pipeline.await().until(() -> remains.told("task_refused", guest.job().value()) == 1);
        assertForgotten(guest);
        assertUnharmed(other);
    }

    @Test
    void whilePicturesArePainted() {
        painter.pause();
        List<Guest> erased = List.of(guest(), guest());
        Pipeline.await().until(() -> erased.stream().anyMatch(ErasureTest::isPainted));
        Guest other = guest();

        try (Watcher page = watch(erased.get(0))) {
            for (Guest guest : erased) assertThat(erase(guest)).isEqualTo(204);
            assertThat(page.closedWith()).isPositive();
        }
        assertThatThrownBy(() -> watch(erased.get(0))).hasCauseInstanceOf(WebSocketHandshakeException.class);
        painter.paint();

        for (Guest guest : erased) {
            Pipeline.await()
                    .until(() -> remains.told("order_dropped", guest.job().value()) == 3);
            assertForgotten(guest);
        }
        assertUnharmed(other);
    }

    @Test
    void whenItsPicturesAreThere() {
        Guest guest = guest();
        JobView end = pipeline.ended(guest.job());
        List<String> pictures = JobKeys.of(guest.job(), guest.request()).pictures().stream()
                .map(picture -> Remains.text(pipeline.folder().read(picture)))
                .toList();
        assertThat(end.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(pictures)
                .allSatisfy(picture -> assertThat(remains.anywhereOf(picture)).isNotEmpty());

        assertThat(erase(guest)).isEqualTo(204);

        assertForgotten(guest);
        assertThat(pictures)
                .allSatisfy(picture -> assertThat(remains.anywhereOf(picture)).isEmpty());
        assertThat(erase(guest)).isEqualTo(404);
    }

    @Test
    void whileItIsPaintedAgain() {
        JobRequest request = request();
        painter.script(request.prompts().get(1), FakeBedrock.Answer.FILTERED);
        byte[] photo = photo();
        Guest guest = new Guest(request, photo, pipeline.send(photo, request));
        assertThat(pipeline.ended(guest.job()).status()).isEqualTo(Status.PARTIAL);
        painter.pause();
        assertThat(call("POST", "/v1/jobs/" + guest.job() + "/replay")).isEqualTo(202);
        Pipeline.await().until(() -> pipeline.executions().namesOf(guest.job()).size() == 2);
        Pipeline.await().until(() -> remains.told("picture_stored", guest.job().value()) == 4); // two were there

        assertThat(erase(guest)).isEqualTo(204);
        painter.paint();

        Pipeline.await().until(() -> remains.told("order_dropped", guest.job().value()) == 1);
        assertForgotten(guest);
    }

    /** Whatever they are at, several at once, and as soon as their photo is sent. */
    @Test
    void amidACrowdAtAnyMoment() {
        Random random = new Random(7);
        List<CompletableFuture<Guest>> erased = new ArrayList<>();
        List<Guest> others = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Guest guest = guest();
            erased.add(CompletableFuture.supplyAsync(
                    () -> {
                        assertThat(erase(guest)).isEqualTo(204);
                        return guest;
                    },
                    CompletableFuture.delayedExecutor(random.nextInt(400), MILLISECONDS)));
            if (i % 2 == 0) others.add(guest());
        }

        for (CompletableFuture<Guest> guest : erased) guest.join();

        others.forEach(ErasureTest::assertUnharmed);
        Pipeline.await().until(() -> pipeline.queues().empty(pipeline.output("GenerationQueueUrl")));
        Pipeline.await().until(() -> pipeline.queues().empty(pipeline.output("IntakeQueueUrl")));
        for (CompletableFuture<Guest> guest : erased) assertForgotten(guest.join());
    }

    private static void assertUnharmed(Guest guest) {
        assertThat(pipeline.ended(guest.job()).status()).isEqualTo(Status.SUCCEEDED);
        assertThat(pipeline.folder().list(JobKeys.folder(guest.job()) + "photo_"))
                .hasSize(3);
    }

    private static void assertForgotten(Guest guest) {
        String job = guest.job().value();
        Pipeline.await().untilAsserted(() -> assertThat(remains.of(job)).isEmpty());
        assertThat(pipeline.executions().namesOf(guest.job())).isEmpty();
        assertThat(remains.anywhereOf(guest.name())).as("the name of its file").isEmpty();
        assertThat(remains.anywhereOf(guest.request().prompts().get(0)))
                .as("its wishes")
                .isEmpty();
        assertThat(remains.anywhereOf(Remains.text(guest.photo())))
                .as("its photo")
                .isEmpty();
        assertThat(call("GET", "/v1/jobs/" + job)).isEqualTo(404);
    }

    private static Watcher watch(Guest guest) {
        return Watcher.of(HttpClient.newHttpClient(), pipeline.output("StreamUrl"), guest.job());
    }

    private static boolean isPainted(Guest guest) {
        return !pipeline.folder().list(JobKeys.folder(guest.job()) + "order_").isEmpty();
    }

    private static Guest guest() {
        JobRequest request = request();
        byte[] photo = photo();
        return new Guest(request, photo, pipeline.send(photo, request));
    }

    private static JobRequest request() {
        String name = "guest-" + ++guests + "-of-erasure";
        return Pipeline.request(name + ".jpg", name + " at sea", name + " on a hill", name + " on the moon");
    }

    private static byte[] photo() {
        return Photos.guest(Color.getHSBColor(guests / 40f, 0.9f, 1));
    }

    private static int erase(Guest guest) {
        return call("DELETE", "/v1/jobs/" + guest.job());
    }

    private static int call(String method, String path) {
        return pipeline.http(HttpRequest.newBuilder(URI.create(pipeline.output("ApiUrl") + path))
                        .header("Authorization", "Bearer " + key)
                        .method(method, BodyPublishers.noBody())
                        .build())
                .statusCode();
    }
}
