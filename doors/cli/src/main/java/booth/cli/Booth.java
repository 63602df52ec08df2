package booth.cli;

import booth.aws.Uploads;
import booth.core.JobFolder;
import booth.core.JobId;
import booth.core.JobRequest;
import booth.core.JobView;
import booth.core.Jobs;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** One booth at one cloud: sends photos and follows what becomes of them. Safe for several photos at once. */
final class Booth implements AutoCloseable {
    private static final Set<String> SET_BY_THE_CLIENT = Set.of("content-length", "host");

    private final Services services;
    private final S3Presigner presigner;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JobFolder folder;
    private final Uploads uploads;
    private final Stages stages;
    private final Duration pollEvery;

    Booth(Cloud cloud, Duration pollEvery) {
        this.services = new Services(cloud);
        this.presigner = cloud.reach().presigner();
        this.folder = services.jobs();
        this.uploads = new Uploads(new Jobs(folder), presigner, services.output("UploadsBucket"), Clock.systemUTC());
        this.stages = new Stages(services.states(), services.stateMachine());
        this.pollEvery = pollEvery;
    }

    JobFolder folder() {
        return folder;
    }

    Stages stages() {
        return stages;
    }

    /** Announces the photo and sends it. */
    JobId upload(PhotoFile photo, JobRequest request) throws InterruptedException {
        Uploads.Upload upload = uploads.open(request, photo.bytes().length);
        HttpRequest.Builder put = HttpRequest.newBuilder(upload.url())
                .timeout(Uploads.VALID)
                .method(upload.method(), HttpRequest.BodyPublishers.ofByteArray(photo.bytes()));
        upload.headers().forEach((name, value) -> {
            if (!SET_BY_THE_CLIENT.contains(name.toLowerCase(java.util.Locale.ROOT))) put.header(name, value);
        });
        try {
            HttpResponse<String> answer = http.send(put.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200)
                throw new CommandFailed(
                        photo.path() + " was not taken: S3 answered " + answer.statusCode() + " " + answer.body());
        } catch (IOException e) {
            throw new CommandFailed(photo.path() + " could not be sent: " + e.getMessage());
        }
        return upload.jobId();
    }

    /**
     * Looks again and again until the job has ended, and tells {@code watcher} of every change.
     *
     * @throws CommandFailed when it has not ended after {@code patience}
     */
    JobView follow(JobId job, Duration patience, Consumer<JobView> watcher) throws InterruptedException {
        Instant deadline = Instant.now().plus(patience);
        Optional<JobView> last = Optional.empty();
        while (true) {
            JobView now = look(job);
            if (!last.equals(Optional.of(now))) watcher.accept(now);
            if (now.status().ended()) return now;
            if (Instant.now().isAfter(deadline))
                throw new CommandFailed("Job " + job + " is still at '" + now.stage() + "' after "
                        + patience.toSeconds() + " s; it goes on without us, see its execution "
                        + job.executionName(now.attempt()) + ".");
            last = Optional.of(now);
            Thread.sleep(pollEvery.toMillis());
        }
    }

    /** Links are left out: they change with every look, and whoever runs the command can read the bucket itself. */
    private JobView look(JobId job) {
        return JobView.of(job, folder, key -> key)
                .orElseThrow(() -> new CommandFailed("Job " + job + " does not exist (any more)."));
    }

    @Override
    public void close() {
        presigner.close();
        services.close();
    }
}
