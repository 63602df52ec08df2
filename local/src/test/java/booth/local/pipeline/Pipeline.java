package booth.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import booth.aws.Clients;
import booth.aws.S3ObjectStore;
import booth.aws.Uploads;
import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.JobRequest;
import booth.core.job.JobView;
import booth.core.job.Jobs;
import booth.core.job.ObjectStore;
import booth.emulator.AddedServices;
import booth.emulator.EmbeddedCloud;
import booth.local.LocalCloud;
import booth.local.LocalSettings;
import booth.local.line.ChatKey;
import booth.local.web.OperatorsKey;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The deployed template in a cloud of its own, and a booth before it that sends photos as any booth does. */
public final class Pipeline implements AutoCloseable {
    private static final Duration ATTEMPT = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(120); // for a busy machine; nothing waits this long

    private final EmbeddedCloud cloud;
    private final S3Presigner presigner;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Uploads uploads;
    private final Executions executions;
    private final Queues queues;
    private final S3Client s3;
    private final SnsClient sns;
    private final ObjectStore folder;

    private Pipeline(EmbeddedCloud cloud) {
        this.cloud = cloud;
        this.s3 = Clients.build(S3Client.builder(), ATTEMPT);
        this.sns = Clients.build(SnsClient.builder(), ATTEMPT);
        this.presigner = S3Presigner.create();
        this.folder = new S3ObjectStore(s3, output("JobsBucket"));
        this.uploads = new Uploads(new Jobs(folder), presigner, output("UploadsBucket"), Clock.systemUTC());
        this.executions = new Executions(Clients.build(SfnClient.builder(), ATTEMPT), output("StateMachineArn"));
        this.queues = new Queues(Clients.build(SqsClient.builder(), ATTEMPT));
    }

    /** @param data an empty folder */
    static Pipeline start(Path template, Path data, AddedServices models) {
        return new Pipeline(LocalCloud.start(template, Templates.WEIGHTS, data, 0, true, models));
    }

    /** With these models, on a machine of two processors. */
    static Pipeline start(Path folder, FakeSam sam, FakeBedrock painter) {
        AddedServices models = new AddedServices(List.of(new FakeRekognition()), List.of(sam, painter));
        return new Pipeline(LocalCloud.start(
                LocalSettings.of(Templates.withSamEndpoint(folder), Templates.WEIGHTS, folder.resolve("data"), 0, true)
                        .withProcessors(2),
                models));
    }

    /** With models that answer at once. */
    public static Pipeline start(Path folder, FakeBedrock painter) {
        return start(Templates.withSamEndpoint(folder), folder.resolve("data"), fakes(painter));
    }

    /** With the garden beside it, and models that answer at once, faces with their moods among them. */
    public static Pipeline startWithGarden(Path folder, FakeBedrock painter, int port, boolean fresh) {
        return new Pipeline(LocalCloud.start(
                LocalSettings.of(Templates.withGarden(folder), Templates.WEIGHTS, folder.resolve("data"), port, fresh),
                new AddedServices(List.of(FakeRekognition.withMoods()), List.of(new FakeSam(), painter))));
    }

    /**
     * With what an earlier one left in the folder.
     *
     * @param port of the gateway; the next two are S3's and SQS's
     */
    public static Pipeline startAgain(Path folder, FakeBedrock painter, int port) {
        return new Pipeline(LocalCloud.start(
                Templates.withSamEndpoint(folder),
                Templates.WEIGHTS,
                folder.resolve("data"),
                port,
                false,
                fakes(painter)));
    }

    /**
     * With models that answer at once and see eyes in painted faces, so that monsters wear masks.
     *
     * @param eyes before them
     * @param port of the gateway, or 0 for any
     * @param fresh whether to forget what an earlier one left in the folder
     */
    public static Pipeline startWithEyes(Path folder, Gate eyes, int port, boolean fresh) {
        return new Pipeline(LocalCloud.start(
                Templates.withSamEndpoint(folder),
                Templates.WEIGHTS,
                folder.resolve("data"),
                port,
                fresh,
                new AddedServices(
                        List.of(FakeRekognition.withLandmarks(eyes)), List.of(new FakeSam(), new FakeBedrock()))));
    }

    private static AddedServices fakes(FakeBedrock painter) {
        return new AddedServices(List.of(new FakeRekognition()), List.of(new FakeSam(), painter));
    }

    public static ConditionFactory await() {
        return Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50));
    }

    /** What a booth asks for that has nothing special in mind. */
    static JobRequest request(String filename, String... prompts) {
        return new JobRequest(filename, "image/jpeg", Optional.empty(), Optional.empty(), "default", List.of(prompts));
    }

    /** Announces the photo and sends it. */
    public JobId send(byte[] photo, JobRequest request) {
        Uploads.Upload upload = uploads.open(request, photo.length);
        assertThat(put(upload, photo).statusCode()).isEqualTo(200);
        return upload.jobId();
    }

    /** Only announces it. */
    Uploads.Upload announce(JobRequest request, int length) {
        return uploads.open(request, length);
    }

    /** Only announces it, without a word on its length. */
    Uploads.Upload announce(JobRequest request) {
        return uploads.sign(uploads.open(request, Optional.empty()), Optional.empty());
    }

    HttpResponse<byte[]> put(Uploads.Upload upload, byte[] photo) {
        return put(upload, upload.headers(), photo);
    }

    HttpResponse<byte[]> put(Uploads.Upload upload, Map<String, String> headers, byte[] photo) {
        HttpRequest.Builder put = HttpRequest.newBuilder(upload.url())
                .method(upload.method(), HttpRequest.BodyPublishers.ofByteArray(photo));
        headers.forEach((name, value) -> {
            if (!name.equalsIgnoreCase("content-length")) put.header(name, value); // the client's own to set
        });
        return http(put.build());
    }

    HttpResponse<byte[]> http(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError(request + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The job as whoever polls sees it. */
    public JobView look(JobId job) {
        return JobView.of(job, folder, key -> key).orElseThrow(() -> new AssertionError("There is no job " + job));
    }

    /** Waits until the job and its execution have ended. */
    public JobView ended(JobId job) {
        JobView view = await().until(() -> look(job), seen -> seen.status().ended());
        executions.awaitEnd(job.executionName(view.standing().attempt()));
        return view;
    }

    /** As if the state machine had no more patience with the painter, who has all orders of the job. */
    public void giveUp(JobId job) {
        await().until(() -> IntStream.rangeClosed(1, JobRequest.PICTURES)
                .allMatch(index -> folder.exists(JobKeys.order(job, index))));
        executions.taskTokens(job.executionName(0)).forEach(executions::giveUp);
    }

    public ObjectStore folder() {
        return folder;
    }

    Executions executions() {
        return executions;
    }

    public Queues queues() {
        return queues;
    }

    public S3Client s3() {
        return s3;
    }

    SnsClient sns() {
        return sns;
    }

    /** What the link to the operators' page brings. */
    public String operatorsKey() {
        return OperatorsKey.of(cloud.account()).value();
    }

    /** What the link to the chat page brings. */
    public String chatKey() {
        return ChatKey.of(cloud.account()).value();
    }

    /** An output of the stack, {@code JobsBucket}. */
    public String output(String name) {
        return Objects.requireNonNull(cloud.outputs().get(name), name);
    }

    /** An output of the garden's stack. */
    public String gardenOutput(String name) {
        return Objects.requireNonNull(cloud.outputs("Garden").get(name), name);
    }

    /** Has a rule come at once that the clock sets off. */
    public void due(String rule) {
        cloud.callScheduled(rule);
    }

    @Override
    public void close() {
        queues.close();
        executions.close();
        presigner.close();
        sns.close();
        s3.close();
        cloud.close();
    }
}
