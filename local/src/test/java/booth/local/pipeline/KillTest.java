package booth.local.pipeline;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.JobRequest;
import booth.core.job.Look;
import booth.core.job.LookChoice;
import booth.core.job.ObjectStore;
import booth.core.job.Status;
import booth.emulator.kill.ClassArchive;
import booth.emulator.wire.WireServer;
import booth.local.pipeline.Traces.Guest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * The cloud is killed while guests' photos go through it, and started again on its data. Seeds take turns at the
 * {@linkplain KillMoment steps of the pipeline}: each kills a random moment after the first guest has come that far. The
 * life that ends the jobs of one seed is the one that is killed with the jobs of the next, and of every fifth seed another
 * life is killed while it starts or goes on with them. {@code -Dbooth.kill.seeds=N} runs more or fewer than one for each
 * step.
 */
class KillTest {
    private static final int SEEDS = Integer.getInteger("booth.kill.seeds", KillMoment.values().length);
    private static final int MOST_JOBS = 3;
    /** A step of a life that is warm takes about this long. */
    private static final int LONGEST_STEP_MILLIS = 100;

    /** Nothing of them is painted. */
    private static final List<Look> LOOKS = List.of(Look.PORTRAIT, Look.MONSTER);

    private static final byte[] PHOTO = Photos.strip(Photos.SKIN);

    /** Every so often the next life does not come to its end either. */
    private static final int KILL_A_START = 5;

    private final FakeBedrock painter = new FakeBedrock();
    /** How often each prompt had been painted at the last death. */
    private final Map<String, Integer> called = new HashMap<>();
    /** The prompts whose pictures were there at the last death. */
    private final Set<String> paid = new HashSet<>();
    /** Those of earlier seeds. */
    private final Set<JobId> through = new HashSet<>();

    private final Path home;
    private final Traces traces;

    KillTest(@TempDir Path home) {
        this.home = home;
        this.traces = new Traces(home.resolve("data/s3"), painter);
    }

    @Test
    void everyJobEndsAndNoPictureIsPaidForTwice() throws Exception {
        try (WireServer bedrock = new WireServer(0, List.of(), List.of(), List.of(painter))) {
            KilledCloud.Lives lives = new KilledCloud.Lives(
                    ClassArchive.in(home),
                    Templates.withSamEndpoint(home),
                    home,
                    URI.create("http://127.0.0.1:" + bedrock.port()));
            liveInPeace(lives);
            KilledCloud cloud = lives.start();
            try {
                for (int seed = 0; seed < SEEDS; seed++) {
                    Random random = new Random(seed);
                    List<Guest> guests = sendAndKill(cloud, seed, random);
                    cloud.close();
                    assertPaidOnce(seed, guests);
                    if (seed % KILL_A_START == 0) {
                        lives.killAt(Duration.ofMillis(random.nextInt(2 * cloud.startMillis())));
                        assertPaidOnce(seed, guests);
                    }
                    cloud = lives.start();
                    for (Guest guest : guests) assertEndsWell(cloud, seed, guest);
                    assertPaidOnce(seed, guests);
                    assertNobodyIsLeftBehind(cloud, seed);
                }
            } finally {
                cloud.close();
            }
        }
    }

    /** The first life shows the others what they will load. */
    private static void liveInPeace(KilledCloud.Lives lives) throws Exception {
        try (KilledCloud cloud = lives.start()) {
            cloud.ended(cloud.send(PHOTO, request("peace")));
            cloud.stop();
        }
    }

    /**
     * Sends photos and kills the cloud some time after the first has come to the moment. The last guest wants a portrait or a
     * monster.
     */
    private List<Guest> sendAndKill(KilledCloud cloud, int seed, Random random) throws Exception {
        int count = 1 + random.nextInt(MOST_JOBS);
        int delay = random.nextInt(LONGEST_STEP_MILLIS);
        List<Guest> guests = new ArrayList<>();
        List<CompletableFuture<Void>> death = new ArrayList<>();
        for (int i = 0; i <= count; i++) {
            String name = "seed-" + seed + "-" + i;
            JobRequest request = i < count ? request(name) : request(name, LOOKS.get(seed % LOOKS.size()));
            try {
                guests.add(new Guest(cloud.send(PHOTO, request), request));
            } catch (IOException | SdkException e) {
                if (death.isEmpty()) throw e;
                break; // killed meanwhile: this guest was never told that the photo has arrived
            }
            if (death.isEmpty()) death.add(killAt(moment(seed), delay, cloud, guests.get(0)));
        }
        death.get(0).get();
        return guests;
    }

    private CompletableFuture<Void> killAt(KillMoment moment, int delay, KilledCloud cloud, Guest guest) {
        return CompletableFuture.runAsync(() -> moment.await(traces, guest))
                .thenRunAsync(cloud::kill, CompletableFuture.delayedExecutor(delay, MILLISECONDS));
    }

    private static KillMoment moment(int seed) {
        return KillMoment.values()[seed % KillMoment.values().length];
    }

    private static JobRequest request(String name) {
        return Pipeline.request(name + ".jpg", name + " sea", name + " hill", name + " moon");
    }

    private static JobRequest request(String name, Look look) {
        return Pipeline.request(name + ".jpg").with(LookChoice.of(look));
    }

    /**
     * After each life: it asked for each picture at most once, and not at all for one that was there before. So every
     * call but those that a kill cut off has its picture.
     */
    private void assertPaidOnce(int seed, List<Guest> guests) {
        Set<String> there = traces.objects();
        for (Guest guest : guests) {
            List<String> pictures = guest.keys().pictures();
            List<String> prompts = guest.request().prompts();
            for (int i = 0; i < prompts.size(); i++) {
                String prompt = prompts.get(i);
                int calls = painter.calls(prompt);
                int most = paid.contains(prompt) ? 0 : 1;
                assertThat(calls - called.getOrDefault(prompt, 0))
                        .as("%s, calls of this life for '%s'", named(seed), prompt)
                        .isBetween(0, most);
                called.put(prompt, calls);
                if (there.contains(pictures.get(i))) paid.add(prompt);
            }
        }
    }

    private static void assertEndsWell(KilledCloud cloud, int seed, Guest guest) {
        JobId job = guest.job();
        assertThat(cloud.ended(job).status()).as(named(seed)).isEqualTo(Status.SUCCEEDED);
        assertThat(cloud.executions().namesOf(job)).as(named(seed)).containsExactly(job.executionName(0));
        assertThat(cloud.executions().describe(job.executionName(0)).status())
                .as(named(seed))
                .isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(cloud.folder().list(JobKeys.folder(job) + "photo_").stream().map(ObjectStore.Entry::key))
                .as(named(seed))
                .containsExactlyElementsOf(guest.keys().pictures());
    }

    /** Also who was cut off while sending: either the photo has not arrived, or the job comes to its end too. */
    private void assertNobodyIsLeftBehind(KilledCloud cloud, int seed) {
        for (Job job : cloud.jobs(id -> !through.contains(id)))
            if (traces.has(job.keys().upload()) || job.status() != Status.AWAITING_UPLOAD) {
                assertThat(cloud.ended(job.jobId()).status())
                        .as("%s, %s", named(seed), job.request().filename())
                        .isEqualTo(Status.SUCCEEDED);
                through.add(job.jobId());
            }
    }

    private static String named(int seed) {
        return "seed " + seed + ", " + moment(seed);
    }
}
