package booth.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import booth.emulator.kill.ClassArchive;
import booth.emulator.wire.WireServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch of the garden's, whose process is killed in the middle. */
class GardenKillTest {
    private static final int PROMPTS = 10;
    private static final int CONCURRENCY = 4;

    private final FakeBedrock painter = new FakeBedrock();

    @TempDir
    private Path home;

    @Test
    void itGoesOnAndNoPictureThatWasThereIsPaidForTwice() throws Exception {
        try (WireServer bedrock = new WireServer(0, List.of(), List.of(), List.of(painter))) {
            KilledCloud.Lives lives = new KilledCloud.Lives(
                    ClassArchive.in(home),
                    Templates.withGarden(home),
                    home,
                    URI.create("http://127.0.0.1:" + bedrock.port()));
            JsonNode batch;
            try (KilledCloud cloud = lives.start()) {
                Gardener gardener = gardener(cloud);
                batch = gardener.order("killed", PROMPTS, CONCURRENCY);
                Pipeline.await().until(() -> pictures(gardener) >= 5);
                cloud.kill();
            }
            try (KilledCloud cloud = lives.start()) {
                Gardener gardener = gardener(cloud);
                JsonNode ended = gardener.ended(batch);

                assertThat(ended.path("status").asText()).isEqualTo("succeeded");
                assertThat(pictures(gardener)).isEqualTo(2 * PROMPTS);
                assertThat(painter.prompts()).hasSizeBetween(2 * PROMPTS, 2 * PROMPTS + CONCURRENCY);
                cloud.stop();
            }
        }
    }

    private static int pictures(Gardener gardener) {
        return gardener.pictures().list("imgPool/happy/").size();
    }

    private static Gardener gardener(KilledCloud cloud) {
        return new Gardener(cloud.output("ApiUrl"), cloud.folder(), cloud.s3(), cloud.gardenOutput("PicturesBucket"));
    }
}
