package booth.local.pipeline;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import booth.core.access.BoothKeys;
import booth.core.job.JobId;
import booth.core.job.JobRequest;
import booth.emulator.kill.ClassArchive;
import booth.emulator.wire.WireServer;
import booth.local.pipeline.Traces.Guest;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The cloud is killed while it erases a guest whose photo it works on: who asks again after the next start is erased, and
 * whatever the dead left half done comes to nothing. {@code -Dbooth.kill.seeds=N} dies oftener.
 */
class ErasureKillTest {
    private static final int SEEDS = Integer.getInteger("booth.kill.seeds", 3);
    /** An erasure takes about this long. */
    private static final int LONGEST_ERASURE_MILLIS = 150;

    private static final List<KillMoment> MOMENTS =
            List.of(KillMoment.ORDER_ACCEPTED, KillMoment.FACES_FOUND, KillMoment.ALL_PICTURES_LANDED);

    private final Random random = new Random(11);
    private final FakeBedrock painter = new FakeBedrock();
    private final Path home;
    private final Remains remains;
    private final Traces traces;

    ErasureKillTest(@TempDir Path home) {
        this.home = home;
        this.remains = new Remains(home.resolve("data"));
        this.traces = new Traces(home.resolve("data/s3"), painter);
    }

    @Test
    void whoAsksAgainIsErasedWhereverTheFirstTimeDied() throws Exception {
        try (WireServer bedrock = new WireServer(0, List.of(), List.of(), List.of(painter))) {
            KilledCloud.Lives lives = new KilledCloud.Lives(
                    ClassArchive.in(home),
                    Templates.withSamEndpoint(home),
                    home,
                    URI.create("http://127.0.0.1:" + bedrock.port()));
            KilledCloud cloud = lives.start();
            try {
                String key = new BoothKeys(cloud.folder())
                        .issue("default", 600, Instant.now())
                        .secret();
                for (int seed = 0; seed < SEEDS; seed++) {
                    JobId job = sendEraseAndKill(cloud, key, seed);
                    cloud.close();
                    cloud = lives.start();
                    assertThat(cloud.erase(job, key)).as("seed %d", seed).isIn(204, 404);
                    assertForgotten(cloud, job, seed);
                    assertThat(cloud.erase(job, key)).as("seed %d", seed).isEqualTo(404);
                }
            } finally {
                cloud.close();
            }
        }
    }

    private JobId sendEraseAndKill(KilledCloud cloud, String key, int seed) throws Exception {
        JobRequest request = Pipeline.request("seed-" + seed + ".jpg");
        JobId job = cloud.send(Photos.strip(Photos.SKIN), request);
        MOMENTS.get(seed % MOMENTS.size()).await(traces, new Guest(job, request));
        CompletableFuture<Void> death = CompletableFuture.runAsync(
                cloud::kill, CompletableFuture.delayedExecutor(random.nextInt(LONGEST_ERASURE_MILLIS), MILLISECONDS));
        cloud.eraseUntilDeath(job, key);
        death.join();
        return job;
    }

    private void assertForgotten(KilledCloud cloud, JobId job, int seed) {
        Pipeline.await()
                .untilAsserted(() ->
                        assertThat(remains.of(job.value())).as("seed %d", seed).isEmpty());
        assertThat(cloud.executions().namesOf(job)).as("seed %d", seed).isEmpty();
    }
}
