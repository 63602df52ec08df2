package booth.cli.run;

import booth.aws.Uploads;
import booth.cli.stack.Services;
import booth.cli.stack.Stack;
import booth.cli.terminal.CommandFailed;
import booth.cli.timeline.ExecutionHistories;
import booth.core.Busy;
import booth.core.job.JobId;
import booth.core.job.JobRequest;
import booth.core.job.JobView;
import booth.core.job.Jobs;
import booth.core.job.ObjectStore;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Sends photos to a stack and follows their jobs. Safe for several photos at once. */
final class JobClient implements AutoCloseable {
    private static final Set<String> SET_BY_THE_CLIENT = Set.of("content-length", "host");

    private final Services services;
    private final S3Presigner presigner;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectStore folder;
    private final Uploads uploads;
    private final Duration pollEvery;

    JobClient(Stack stack, Duration pollEvery) {
        this.services = new Services(stack);
        this.presigner = stack.connection().presigner();
        this.folder = services.jobs();
        this.uploads = new Uploads(new Jobs(folder), presigner, services.output("UploadsBucket"), Clock.systemUTC());
        this.pollEvery = pollEvery;
    }

    ObjectStore folder() {
        return folder;
    }

    /** What each stage of the job's execution took, in order. */
    Map<String, Duration> stages(JobView job) {
        ExecutionHistories histories = new ExecutionHistories(services.states());
        return histories
                .find(services.executions()
                        .arn(job.jobId().executionName(job.standing().attempt())))
                .map(execution -> histories.timeline(execution).stages())
                .orElse(Map.of());
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
     * Looks again and again until the job has ended.
     *
     * @param changed told of every change
     * @param unreachable called whenever nobody answers; a cloud that is started again goes on with the job
     * @throws CommandFailed when it has not ended after {@code patience}
     */
    JobView follow(JobId job, Duration patience, Consumer<JobView> changed, Runnable unreachable)
            throws InterruptedException {
        Instant deadline = Instant.now().plus(patience);
        Optional<JobView> last = Optional.empty();
        while (true) {
            Optional<JobView> now = look(job);
            if (now.isEmpty()) unreachable.run();
            else if (!last.equals(now)) changed.accept(now.get());
            if (now.filter(view -> view.status().ended()).isPresent()) return now.get();
            if (Instant.now().isAfter(deadline)) throw stillUnderWay(job, patience, now);
            last = now;
            Thread.sleep(pollEvery.toMillis());
        }
    }

    private static CommandFailed stillUnderWay(JobId job, Duration patience, Optional<JobView> now) {
        String where =
                now.map(view -> "is still at '" + view.stage().word() + "'").orElse("cannot be looked at");
        return new CommandFailed("Job " + job + " " + where + " after " + patience.toSeconds()
                + " s; it goes on without us: look again with 'booth inspect " + job + "'.");
    }

    /**
     * Empty when nobody answers. Links are left out: they change with every look, and whoever runs the command can read
     * the bucket itself.
     */
    private Optional<JobView> look(JobId job) {
        try {
            return Optional.of(JobView.of(job, folder, key -> key)
                    .orElseThrow(() -> new CommandFailed("Job " + job + " does not exist (any more).")));
        } catch (Busy e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        presigner.close();
        services.close();
    }
}
