package booth.local.pipeline;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import booth.core.JobFolder;
import booth.core.JobId;
import booth.core.JobRequest;
import booth.core.Names;
import booth.core.Status;
import booth.local.wire.WireServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * The cloud is killed at random moments while guests' photos go through it, and started again on its data. The life that
 * ends the jobs of one seed is the one that is killed with the jobs of the next. {@code -Dbooth.kill.seeds=N} runs more
 * or fewer than 30.
 */
class KillTest {
    private static final int SEEDS = Integer.getInteger("booth.kill.seeds", 30);
    private static final int MOST_JOBS = 3;
    /** A photo takes about this long, so that a kill hits any of its stages. */
    private static final int LATEST_KILL_MILLIS = 2500;

    private static final byte[] PHOTO = Photos.guest(Photos.SKIN);

    private final FakeBedrock painter = new FakeBedrock();
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
                    Map<JobId, JobRequest> jobs = killed(cloud, seed);
                    Set<String> painted = pictures(jobs);
                    cloud.close();
                    cloud = KilledCloud.start(template, home, endpoint);
                    for (Map.Entry<JobId, JobRequest> job : jobs.entrySet())
                        endsWell(cloud, "seed " + seed, job.getKey(), job.getValue(), painted);
                }
            } finally {
                cloud.close();
                clock.shutdownNow();
            }
        }
    }

    /** Sends photos and kills the cloud some time after it has the first. */
    private Map<JobId, JobRequest> killed(KilledCloud cloud, int seed) throws Exception {
        Random random = new Random(seed);
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

    /** The keys of the pictures that are there while nobody runs. */
    private Set<String> pictures(Map<JobId, JobRequest> jobs) throws IOException {
        Set<String> there = new HashSet<>();
        Path buckets = home.resolve("data/s3");
        try (var files = java.nio.file.Files.walk(buckets)) {
            files.map(file -> buckets.relativize(file))
                    .filter(file -> file.getNameCount() > 1)
                    .map(file -> file.subpath(1, file.getNameCount()).toString())
                    .forEach(there::add);
        }
        Set<String> all = new HashSet<>();
        jobs.forEach((job, request) -> all.addAll(Names.of(job, request).pictures()));
        there.retainAll(all);
        return there;
    }

    private void endsWell(KilledCloud cloud, String seed, JobId job, JobRequest request, Set<String> painted) {
        assertThat(cloud.ended(job).status()).as(seed).isEqualTo(Status.SUCCEEDED);
        assertThat(cloud.executions().namesOf(job)).as(seed).containsExactly(job.executionName(0));
        assertThat(cloud.executions().describe(job.executionName(0)).status())
                .as(seed)
                .isEqualTo(ExecutionStatus.SUCCEEDED);
        List<String> pictures = Names.of(job, request).pictures();
        assertThat(cloud.folder().list(Names.folder(job) + "photo_").stream().map(JobFolder.Entry::key))
                .as(seed)
                .containsExactlyElementsOf(pictures);
        for (int i = 0; i < pictures.size(); i++) {
            String prompt = request.prompts().get(i);
            // a call whose picture was not recorded when the process died is made once more, and no other
            assertThat(painter.calls(prompt))
                    .as("%s, calls for '%s'", seed, prompt)
                    .isBetween(1, painted.contains(pictures.get(i)) ? 1 : 2);
        }
    }
}
