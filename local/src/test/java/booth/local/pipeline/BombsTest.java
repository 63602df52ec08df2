package booth.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Concurrently;
import booth.core.image.Bombs;
import booth.core.job.JobId;
import booth.core.job.JobRequest;
import booth.core.job.JobView;
import booth.core.job.Status;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody's booth sends files made to hurt while somebody else's takes a photo. */
class BombsTest {
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

    private record Photo(String booth, byte[] bytes) {}

    @Test
    void fiveBombsOfOneBoothAtOnceAreRefusedAndTheGuestOfAnotherHasAllPictures() {
        List<Photo> photos = Stream.concat(
                        Bombs.all().stream().map(bomb -> new Photo("cellar", bomb)),
                        Stream.of(new Photo("hall", Photos.guest(Photos.SKIN))))
                .toList();

        List<JobView> ends = Concurrently.each(photos, BombsTest::send).stream()
                .map(pipeline::ended)
                .toList();

        assertThat(ends.subList(0, 5))
                .extracting(end -> end.standing().status())
                .containsOnly(Status.REJECTED);
        assertThat(ends.get(5).status()).isEqualTo(Status.SUCCEEDED);
        assertThat(ends.get(5).pictures())
                .hasSize(3)
                .allMatch(picture -> picture.url().isPresent());
    }

    private static JobId send(Photo photo) {
        return pipeline.send(
                photo.bytes(),
                new JobRequest(
                        "photo.jpg", "image/jpeg", Optional.empty(), Optional.empty(), photo.booth(), List.of()));
    }
}
