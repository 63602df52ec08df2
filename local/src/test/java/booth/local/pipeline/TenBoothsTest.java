package booth.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import booth.aws.Uploads;
import booth.core.Concurrently;
import booth.core.image.ImageBytes;
import booth.core.job.JobId;
import booth.core.job.JobRequest;
import booth.core.job.JobView;
import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A busy evening: ten booths, each with eight guests at once, and a page for every guest. */
class TenBoothsTest {
    private static final int BOOTHS = 10;
    private static final int GUESTS = 8;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path folder;

    private static Pipeline pipeline;

    @BeforeAll
    static void start() {
        pipeline = Pipeline.start(folder, new FakeBedrock());
    }

    @AfterAll
    static void stop() {
        pipeline.close();
    }

    /** Told apart by the colour of the face and by the worlds that are asked for. */
    private record Guest(int number) {
        String booth() {
            return "booth-" + number / GUESTS;
        }

        Color face() {
            return Color.getHSBColor((float) number / (BOOTHS * GUESTS), 1, 1);
        }

        List<String> prompts() {
            return List.of("sea " + number, "hill " + number, "moon " + number);
        }
    }

    private record Visit(Guest guest, JobId job, Watcher watcher) {}

    @Test
    void everyPageSeesItsOwnJobInOrderToTheEnd() {
        List<Guest> guests =
                IntStream.range(0, BOOTHS * GUESTS).mapToObj(Guest::new).toList();
        List<Visit> visits = Concurrently.each(guests, TenBoothsTest::photograph);

        visits.forEach(visit -> visit.watcher().end());

        assertThat(visits).allSatisfy(TenBoothsTest::assertOrdered);
        assertThat(visits).allSatisfy(TenBoothsTest::assertOwnPictures);
        visits.forEach(visit -> visit.watcher().close());
    }

    private static Visit photograph(Guest guest) {
        byte[] photo = Photos.strip(guest.face());
        Uploads.Upload upload = pipeline.announce(
                new JobRequest(
                        "guest.jpg", "image/jpeg", Optional.empty(), Optional.empty(), guest.booth(), guest.prompts()),
                photo.length);
        Watcher watcher = Watcher.of(HTTP, pipeline.output("StreamUrl"), upload.jobId());
        assertThat(pipeline.put(upload, photo).statusCode()).isEqualTo(200);
        return new Visit(guest, upload.jobId(), watcher);
    }

    private static void assertOrdered(Visit visit) {
        List<JsonNode> views = visit.watcher().views();
        assertThat(views)
                .extracting(view -> view.path("jobId").asText())
                .containsOnly(visit.job().value());
        assertThat(views).extracting(view -> view.path("revision").asLong()).isSorted();
        assertThat(views).extracting(view -> view.path("progress").asDouble()).isSorted();
        JsonNode last = views.get(views.size() - 1);
        JobView polled = pipeline.look(visit.job());
        assertThat(last.path("status").asText()).isEqualTo("succeeded");
        assertThat(last.path("revision").asLong()).isEqualTo(polled.revision());
    }

    private static void assertOwnPictures(Visit visit) {
        List<JsonNode> views = visit.watcher().views();
        JsonNode pictures = views.get(views.size() - 1).path("pictures");
        assertThat(pictures).hasSize(3);
        for (int i = 0; i < 3; i++) {
            String url = pictures.path(i).path("url").asText();
            assertThat(url).contains(visit.job().value());
            BufferedImage picture = ImageBytes.decode(
                    url,
                    pipeline.http(HttpRequest.newBuilder(URI.create(url)).build())
                            .body());
            Color world = FakeBedrock.colourOf(visit.guest().prompts().get(i));
            assertThat(Photos.distance(Photos.corner(picture), world))
                    .as("the world")
                    .isLessThan(8);
            assertThat(Photos.distance(Photos.middle(picture), visit.guest().face()))
                    .as("the face")
                    .isLessThan(8);
        }
    }
}
