package booth.local.pipeline;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.JobRequest;
import booth.core.job.ObjectStore;
import booth.core.job.Status;
import booth.emulator.wire.WireServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * The cloud is killed at random moments while guests' photos go through it, and started again on its data. The life that
 * ends the jobs of one seed is the one that is killed with the jobs of the next, and of every fifth seed another life is
 * killed while it starts or goes on with them. {@code -Dbooth.kill.seeds=N} runs more
 * or fewer than 30.
 */
class KillTest {
    private static final int SEEDS = Integer.getInteger("booth.kill.seeds", 30);
    private static final int MOST_JOBS = 3;
    /** A photo takes about this long, so that a kill hits any of its stages. */
    private static final int LATEST_KILL_MILLIS = 2500;

    private static final byte[] PHOTO = Photos.guest(Photos.SKIN);

    /** Every so often the next life does not come to its end either. */
    private static final int KILL_A_START = 5;

    private static final int LONGEST_START_MILLIS = 4000;

    private final FakeBedrock painter = new FakeBedrock();
    /** How often each prompt had been painted at the last death. */
    private final Map<String, Integer> called = new HashMap<>();
    /** The prompts whose pictures were there at the last death. */
    private final Set<String> paid = new HashSet<>();

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Path home;

    KillTest(@TempDir Path home) {
        this.home = home;
    }

    @Test
    void everyJobEndsAndNoPictureIsPaidForTwice() throws Exception {
        Path template = Templates.withSamEndpoint(home);
        try (WireServer bedrock = new WireServer(0, List.of(), List.of(), List.of(painter))) {
            URI endpoint = URI.create("http://127.0.0.1:" + bedrock.port());
            KilledCloud cloud = KilledCloud.start(template, home, endpoint);
            try {
                for (int seed = 0; seed < SEEDS; seed++) {
                    Random random = new Random(seed);
                    Map<JobId, JobRequest> jobs = sendAndKill(cloud, seed, random);
                    cloud.close();
                    assertPaidOnce(seed, jobs);
                    if (seed % KILL_A_START == 0) {
                        KilledCloud.killWhileItStarts(
                                template, home, endpoint, Duration.ofMillis(random.nextInt(LONGEST_START_MILLIS)));
                        assertPaidOnce(seed, jobs);
                    }
                    cloud = KilledCloud.start(template, home, endpoint);
                    for (Map.Entry<JobId, JobRequest> job : jobs.entrySet())
                        assertEndsWell(cloud, seed, job.getKey(), job.getValue());
                    assertPaidOnce(seed, jobs);
                    assertNobodyIsLeftBehind(cloud, seed);
                }
            } finally {
                cloud.close();
                clock.shutdownNow();
            }
        }
    }

    /** Sends photos and kills the cloud some time after it has the first. */
    private Map<JobId, JobRequest> sendAndKill(KilledCloud cloud, int seed, Random random) throws Exception {
        int count = 1 + random.nextInt(MOST_JOBS);
        int delay = random.nextInt(LATEST_KILL_MILLIS);
        Map<JobId, JobRequest> jobs = new LinkedHashMap<>();
        List<Future<?>> death = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = "seed-" + seed + "-" + i;
            JobRequest request = Pipeline.request(name + ".jpg", name + " sea", name + " hill", name + " moon");
            try {
                jobs.put(cloud.send(PHOTO, request), request);
            } catch (IOException | SdkException e) {
                if (death.isEmpty()) throw e;
                break; // killed meanwhile: this guest was never told that the photo has arrived
            }
            if (death.isEmpty()) death.add(clock.schedule(cloud::kill, delay, MILLISECONDS));
        }
        death.get(0).get();
        return jobs;
    }

    /**
     * After each life: it asked for each picture at most once, and not at all for one that was there before. So every
     * call but those that a kill cut off has its picture.
     */
    private void assertPaidOnce(int seed, Map<JobId, JobRequest> jobs) throws IOException {
        Set<String> there = objects();
        jobs.forEach((job, request) -> {
            List<String> pictures = JobKeys.of(job, request).pictures();
            for (int i = 0; i < pictures.size(); i++) {
                String prompt = request.prompts().get(i);
                int calls = painter.calls(prompt);
                int most = paid.contains(prompt) ? 0 : 1;
                assertThat(calls - called.getOrDefault(prompt, 0))
                        .as("seed %s, calls of this life for '%s'", seed, prompt)
                        .isBetween(0, most);
                called.put(prompt, calls);
                if (there.contains(pictures.get(i))) paid.add(prompt);
            }
        });
    }

    /** The keys of all objects, looked up on disk, because nobody may be running. */
    private Set<String> objects() throws IOException {
        Path buckets = home.resolve("data/s3");
        try (Stream<Path> files = Files.walk(buckets)) {
            return files.map(buckets::relativize)
                    .filter(file -> file.getNameCount() > 1)
                    .map(file -> file.subpath(1, file.getNameCount()).toString())
                    .collect(Collectors.toSet());
        }
    }

    private static void assertEndsWell(KilledCloud cloud, int seed, JobId job, JobRequest request) {
        assertThat(cloud.ended(job).status()).as("seed %s", seed).isEqualTo(Status.SUCCEEDED);
        assertThat(cloud.executions().namesOf(job)).as("seed %s", seed).containsExactly(job.executionName(0));
        assertThat(cloud.executions().describe(job.executionName(0)).status())
                .as("seed %s", seed)
                .isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(cloud.folder().list(JobKeys.folder(job) + "photo_").stream().map(ObjectStore.Entry::key))
                .as("seed %s", seed)
                .containsExactlyElementsOf(JobKeys.of(job, request).pictures());
    }

    /** Also who was cut off while sending: either the photo has not arrived, or the job comes to its end too. */
    private void assertNobodyIsLeftBehind(KilledCloud cloud, int seed) throws IOException {
        for (Job job : cloud.jobs())
            if (objects().contains(job.keys().upload()) || job.status() != Status.AWAITING_UPLOAD)
                assertThat(cloud.ended(job.jobId()).status())
                        .as("seed %s, %s", seed, job.request().filename())
                        .isEqualTo(Status.SUCCEEDED);
    }
}
