package booth.local.pipeline;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import booth.aws.S3ObjectStore;
import booth.aws.Uploads;
import booth.core.Json;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.JobRequest;
import booth.core.job.JobView;
import booth.core.job.Jobs;
import booth.core.job.ObjectStore;
import booth.emulator.AddedServices;
import booth.emulator.account.Account;
import booth.emulator.account.TestClients;
import booth.emulator.kill.ChildJvm;
import booth.emulator.kill.ClassArchive;
import booth.local.LocalCloud;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sfn.SfnClient;

/** One life of a cloud in a process of its own, and a booth before it. Its image model lives elsewhere. */
final class KilledCloud implements AutoCloseable {
    private final ChildJvm process;
    private final JsonNode outputs;
    private final S3Client s3;
    private final S3Presigner presigner;
    private final ObjectStore folder;
    private final Uploads uploads;
    private final Executions executions;
    private final HttpClient http = HttpClient.newHttpClient();

    private final int startMillis;

    private KilledCloud(ChildJvm process, Path data) {
        long begun = System.nanoTime();
        this.process = process;
        process.line(); // it is up
        this.startMillis = (int) NANOSECONDS.toMillis(System.nanoTime() - begun);
        this.outputs = read(data.resolve("outputs.json"));
        Account account = LocalCloud.account(data);
        this.s3 = TestClients.of(S3Client.builder(), account, port("s3"));
        this.presigner = S3Presigner.builder()
                .endpointOverride(TestClients.endpoint(port("s3")))
                .region(Region.of(account.region()))
                .credentialsProvider(TestClients.credentials(account))
                .build();
        this.folder = new S3ObjectStore(s3, output("JobsBucket"));
        this.uploads = new Uploads(new Jobs(folder), presigner, output("UploadsBucket"), Clock.systemUTC());
        this.executions = new Executions(
                TestClients.of(SfnClient.builder(), account, port("gateway")), output("StateMachineArn"));
    }

    /**
     * What all lives of a cloud have in common.
     *
     * @param home gets the cloud's data and its log
     */
    record Lives(ClassArchive classes, Path template, Path home, URI painter) {
        KilledCloud start() {
            return new KilledCloud(process(), data());
        }

        /** One that is over before anybody sees it. */
        void killAt(Duration age) throws InterruptedException {
            try (ChildJvm process = process()) {
                MILLISECONDS.sleep(age.toMillis());
            }
        }

        private ChildJvm process() {
            return ChildJvm.start(
                    classes,
                    Main.class,
                    home.resolve("cloud.log"),
                    template.toString(),
                    data().toString(),
                    painter.toString());
        }

        private Path data() {
            return home.resolve("data");
        }
    }

    /** What runs in the process that is killed. */
    static final class Main {
        public static void main(String[] arguments) throws InterruptedException {
            PrintStream parent = System.out;
            System.setOut(System.err); // functions log to it
            AddedServices models = new AddedServices(
                    List.of(new FakeRekognition()),
                    List.of(new FakeSam(), new FarBedrock(HttpClient.newHttpClient(), URI.create(arguments[2]))));
            LocalCloud.start(Path.of(arguments[0]), Templates.WEIGHTS, Path.of(arguments[1]), 0, false, models);
            parent.println("up");
            new CountDownLatch(1).await();
        }
    }

    /** @return the job, once its photo was taken in for good */
    JobId send(byte[] photo, JobRequest request) throws IOException, InterruptedException {
        Uploads.Upload upload = uploads.open(request, photo.length);
        HttpRequest.Builder put = HttpRequest.newBuilder(upload.url())
                .method(upload.method(), HttpRequest.BodyPublishers.ofByteArray(photo));
        upload.headers().forEach((name, value) -> {
            if (!name.equalsIgnoreCase("content-length")) put.header(name, value);
        });
        int status =
                http.send(put.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status != 200) throw new IOException("The photo was answered with " + status);
        return upload.jobId();
    }

    /** @return the status of the answer */
    int erase(JobId job, String key) throws IOException, InterruptedException {
        HttpRequest delete = HttpRequest.newBuilder(URI.create(output("ApiUrl") + "/v1/jobs/" + job))
                .header("Authorization", "Bearer " + key)
                .DELETE()
                .build();
        return http.send(delete, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    /** Who asks may get no answer. */
    void eraseUntilDeath(JobId job, String key) throws InterruptedException {
        try {
            erase(job, key);
        } catch (IOException e) {
            return; // killed meanwhile
        }
    }

    JobView ended(JobId job) {
        JobView view = Pipeline.await()
                .until(
                        () -> JobView.of(job, folder, key -> key).orElseThrow(),
                        seen -> seen.status().ended());
        executions.awaitEnd(job.executionName(view.standing().attempt()));
        return view;
    }

    /** What was announced, as far as it is asked for. */
    List<Job> jobs(Predicate<JobId> wanted) {
        return folder.list("photo/").stream()
                .map(ObjectStore.Entry::key)
                .filter(key -> key.endsWith("/job.json"))
                .filter(key -> JobKeys.jobOf(key).filter(wanted).isPresent())
                .map(key -> Json.read(key, folder.read(key), Job.class))
                .toList();
    }

    /** How long it took until it was up. */
    int startMillis() {
        return startMillis;
    }

    ObjectStore folder() {
        return folder;
    }

    Executions executions() {
        return executions;
    }

    void stop() {
        process.stop();
    }

    void kill() {
        process.kill();
    }

    private int port(String service) {
        return URI.create(outputs.at("/Endpoints/" + service).asText()).getPort();
    }

    String output(String name) {
        return outputs.at("/PhotoBooth/" + name).asText();
    }

    String gardenOutput(String name) {
        return outputs.at("/Garden/" + name).asText();
    }

    S3Client s3() {
        return s3;
    }

    private static JsonNode read(Path outputs) {
        try {
            return new JsonMapper().readTree(outputs.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        executions.close();
        presigner.close();
        s3.close();
        process.close();
    }
}
