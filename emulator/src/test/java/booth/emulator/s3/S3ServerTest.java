package booth.emulator.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.aws.S3ObjectStore;
import booth.core.job.ObjectStore;
import booth.emulator.StuckClients;
import booth.emulator.account.TestAccount;
import booth.emulator.account.TestClients;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

class S3ServerTest {
    private static final String BUCKET = "photobooth-uploads";
    private static final byte[] PHOTO = {(byte) 0xff, (byte) 0xd8, 1, 2, 3};

    private final HttpClient browser = HttpClient.newHttpClient();
    private final ConcurrentLinkedQueue<ObjectEvent> events = new ConcurrentLinkedQueue<>();

    private final Path folder;
    private S3Server server;
    private S3Client s3;

    S3ServerTest(@TempDir Path folder) {
        server = new S3Server(folder, 0, TestAccount.LOCAL, () -> 0, new Listener(events));
        s3 = TestClients.of(S3Client.builder(), server.port());
        this.folder = folder;
    }

    @BeforeEach
    void makeBucket() {
        server.createBucket(BUCKET);
    }

    @AfterEach
    void stop() throws Exception {
        s3.close();
        server.close();
    }

    @Test
    void whoStopsInTheMiddleOfAPhotoKeepsNobodyFromTheirs() throws Exception {
        try (StuckClients stuck = new StuckClients(400, server.port(), "PUT /" + BUCKET + "/stuck")) {
            s3.putObject(put -> put.bucket(BUCKET).key("a.jpg"), RequestBody.fromBytes(PHOTO));

            stuck.finishOne();
            assertThat(stuck.heard("</Error>")).contains("403");
        }
    }

    @Test
    void presignedAddressesCarryTheBytesBothWays() throws Exception {
        URI put = presigned("photo/1/face.jpg");
        HttpRequest request = HttpRequest.newBuilder(put)
                .header("Content-Type", "image/jpeg")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(PHOTO))
                .build();

        assertThat(browser.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
        try (S3Presigner presigner = presigner()) {
            URI get = presigner
                    .presignGetObject(presign -> presign.signatureDuration(Duration.ofMinutes(5))
                            .getObjectRequest(object -> object.bucket(BUCKET).key("photo/1/face.jpg")))
                    .url()
                    .toURI();
            HttpResponse<byte[]> answer =
                    browser.send(HttpRequest.newBuilder(get).build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.body()).isEqualTo(PHOTO);
            assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");
        }
    }

    /** When the server closed connections at will, a few writes in a hundred were lost or carried out twice. */
    @Test
    void everyFirstWriteOnOneConnectionSucceeds() {
        ObjectStore jobs = new S3ObjectStore(s3, BUCKET);

        assertThat(IntStream.range(0, 400).filter(i -> !jobs.create("photo/" + i + "/job.json", PHOTO)))
                .isEmpty();
    }

    @Test
    void aPresignedAddressIsGoodForItsOwnKeyOnly() throws Exception {
        URI other = URI.create(presigned("photo/1/face.jpg").toString().replace("photo/1/", "photo/2/"));
        HttpRequest request = HttpRequest.newBuilder(other)
                .header("Content-Type", "image/jpeg")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(PHOTO))
                .build();

        assertThat(browser.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(403);
        assertThat(events).isEmpty();
    }

    @Test
    void aPageMayDoWhatTheBucketsRulesSay() throws Exception {
        allow(List.of("*"), "PUT");

        HttpResponse<String> answer = askBeforehand("http://booth.example", "PUT");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Methods")).contains("PUT");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Headers")).contains("content-type");
        assertThat(answer.headers().firstValue("Access-Control-Max-Age")).contains("60");
        HttpResponse<String> put = putFrom("http://booth.example");
        assertThat(put.statusCode()).isEqualTo(200);
        assertThat(put.headers().allValues("Access-Control-Allow-Origin")).containsExactly("*");
    }

    @Test
    void aPageOfAnOriginOrWithAMethodThatNoRuleNamesMayNot() throws Exception {
        allow(List.of("https://booth.example", "http://*.fair.example"), "GET");

        assertThat(askBeforehand("https://booth.example", "GET").headers().firstValue("Access-Control-Allow-Origin"))
                .contains("https://booth.example");
        assertThat(askBeforehand("http://hall.fair.example", "GET").statusCode())
                .isEqualTo(200);
        for (HttpResponse<String> refused : List.of(
                askBeforehand("https://booth.example", "PUT"),
                askBeforehand("https://evil.example", "GET"),
                putFrom("https://booth.example"),
                putFrom("null"))) {
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("CORSResponse: This CORS request is not allowed");
            assertThat(refused.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
        assertThat(events).isEmpty();
    }

    @Test
    void theCloudsOwnPagesNeedNoRule() throws Exception {
        assertThat(putFrom("http://127.0.0.1:" + server.port()).statusCode()).isEqualTo(200);
        assertThat(putFrom("http://127.0.0.1:1").statusCode()).isEqualTo(403);
    }

    private void allow(List<String> origins, String method) {
        server.allowPages(
                BUCKET, List.of(new CorsRule(origins, List.of(method), List.of("*"), List.of(), Optional.of(60))));
    }

    private HttpResponse<String> askBeforehand(String origin, String method) throws Exception {
        HttpRequest preflight = HttpRequest.newBuilder(presigned("photo/1/face.jpg"))
                .header("Origin", origin)
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", "content-type")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .build();
        return browser.send(preflight, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> putFrom(String origin) throws Exception {
        HttpRequest put = HttpRequest.newBuilder(presigned("photo/1/face.jpg"))
                .header("Origin", origin)
                .header("Content-Type", "image/jpeg")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(PHOTO))
                .build();
        return browser.send(put, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void ofSixteenRacingCreatesOneWins() throws Exception {
        ObjectStore jobs = new S3ObjectStore(s3, BUCKET);
        for (int round = 0; round < 5; round++) {
            String key = "photo/" + round + "/job.json";
            List<Boolean> wrote = atOnce(16, i -> jobs.create(key, new byte[] {(byte) i}));
            assertThat(wrote).containsOnlyOnce(true);
            assertThat(jobs.read(key)).containsExactly(wrote.indexOf(true));
        }
    }

    @Test
    void compareAndSwapLosesNoIncrement() throws Exception {
        ObjectStore jobs = new S3ObjectStore(s3, BUCKET);
        jobs.write("counter", new byte[] {0});

        atOnce(8, i -> {
            for (int n = 0; n < 5; n++) increment(jobs);
            return true;
        });

        assertThat(jobs.read("counter")).containsExactly(40);
    }

    private static void increment(ObjectStore jobs) {
        ObjectStore.Stored was;
        do {
            was = jobs.find("counter").orElseThrow();
        } while (!jobs.replace("counter", new byte[] {(byte) (was.bytes()[0] + 1)}, was.version()));
    }

    @Test
    void replacingWhatIsNotThereFails() {
        assertThatThrownBy(() -> s3.putObject(
                        put -> put.bucket(BUCKET).key("nothing").ifMatch("\"0123456789abcdef0123456789abcdef\""),
                        RequestBody.fromString("x")))
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isIn(404, 412));
    }

    @Test
    void everyWayToCreateAndRemoveIsTold() {
        s3.putObject(put -> put.bucket(BUCKET).key("photo/a b+c.png"), RequestBody.fromBytes(PHOTO));
        s3.copyObject(copy -> copy.sourceBucket(BUCKET)
                .sourceKey("photo/a b+c.png")
                .destinationBucket(BUCKET)
                .destinationKey("photo/copy.png"));
        multipart("photo/large.png");
        s3.deleteObject(delete -> delete.bucket(BUCKET).key("photo/copy.png"));
        s3.deleteObject(delete -> delete.bucket(BUCKET).key("photo/never-there.png"));

        assertThat(events.stream().map(event -> event.name() + " " + event.key() + " " + event.size()))
                .containsExactly(
                        "ObjectCreated:Put photo/a b+c.png 5",
                        "ObjectCreated:Copy photo/copy.png 5",
                        "ObjectCreated:CompleteMultipartUpload photo/large.png " + (5 << 20),
                        "ObjectRemoved:Delete photo/copy.png 0");
        assertThat(events.stream().map(ObjectEvent::sequencer).toList()).isSorted();
        String eTag = s3.headObject(head -> head.bucket(BUCKET).key("photo/a b+c.png"))
                .eTag();
        assertThat(eTag).isEqualTo('"' + events.element().eTag() + '"');
    }

    @Test
    void objectsOutliveTheServer() throws Exception {
        s3.putObject(
                put -> put.bucket(BUCKET).key("photo/1/job.json").contentType("application/json"),
                RequestBody.fromString("{}"));
        server.close();
        s3.close();
        server = new S3Server(folder, 0, TestAccount.LOCAL, () -> 0, new Listener(events));
        server.createBucket(BUCKET);
        s3 = TestClients.of(S3Client.builder(), server.port());

        var object = s3.getObjectAsBytes(get -> get.bucket(BUCKET).key("photo/1/job.json"));
        assertThat(object.asUtf8String()).isEqualTo("{}");
        assertThat(object.response().contentType()).isEqualTo("application/json");
    }

    @Test
    void whatAKilledWriteLeftIsDeletedAndNothingElse() throws Exception {
        Instant begun = Instant.now();
        s3.putObject(put -> put.bucket(BUCKET).key("photo/1/frame.png"), RequestBody.fromBytes(PHOTO));
        s3.putObject(put -> put.bucket(BUCKET).key("photo/1/frame.png-notes"), RequestBody.fromBytes(PHOTO));
        Path photo = folder.resolve(BUCKET).resolve("photo/1");
        Files.write(photo.resolve("frame.png-" + UUID.randomUUID()), PHOTO);
        Path other = Files.write(photo.resolve("mask.png-" + UUID.randomUUID()), PHOTO);
        Files.createDirectories(folder.resolve(BUCKET).resolve("photo/2"));

        assertThat(server.settled(put("photo/1/frame.png", begun)).map(ObjectEvent::size))
                .contains((long) PHOTO.length);
        assertThat(server.settled(put("photo/2/frame.png", begun))).isEmpty();

        assertThat(folder.resolve(BUCKET).resolve("photo")).isDirectoryNotContaining(path -> path.endsWith("2"));
        assertThat(photo)
                .isDirectoryContaining(other::equals)
                .isDirectoryNotContaining(path ->
                        path.getFileName().toString().startsWith("frame.png-") && !path.endsWith("frame.png-notes"));
    }

    private static ObjectEvent put(String key, Instant time) {
        return new ObjectEvent("ObjectCreated:Put", BUCKET, key, 0, "", "0", time);
    }

    @Test
    void aTakenPortIsNamed(@TempDir Path other) {
        assertThatThrownBy(() -> new S3Server(other, server.port(), TestAccount.LOCAL, () -> 0, new Listener(events)))
                .hasMessageContaining(String.valueOf(server.port()))
                .hasMessageContaining("taken");
    }

    private void multipart(String key) {
        String upload = s3.createMultipartUpload(create -> create.bucket(BUCKET).key(key))
                .uploadId();
        String eTag = s3.uploadPart(
                        part -> part.bucket(BUCKET).key(key).uploadId(upload).partNumber(1),
                        RequestBody.fromBytes(new byte[5 << 20]))
                .eTag();
        s3.completeMultipartUpload(complete -> complete.bucket(BUCKET)
                .key(key)
                .uploadId(upload)
                .multipartUpload(parts -> parts.parts(
                        CompletedPart.builder().partNumber(1).eTag(eTag).build())));
    }

    private URI presigned(String key) throws Exception {
        try (S3Presigner presigner = presigner()) {
            return presigner
                    .presignPutObject(presign -> presign.signatureDuration(Duration.ofMinutes(5))
                            .putObjectRequest(put -> put.bucket(BUCKET).key(key).contentType("image/jpeg")))
                    .url()
                    .toURI();
        }
    }

    private S3Presigner presigner() {
        return S3Presigner.builder()
                .endpointOverride(TestClients.endpoint(server.port()))
                .region(Region.US_EAST_1)
                .credentialsProvider(TestClients.CREDENTIALS)
                .build();
    }

    private static List<Boolean> atOnce(int count, java.util.function.IntPredicate work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Callable<Boolean>> calls = IntStream.range(0, count)
                    .<Callable<Boolean>>mapToObj(i -> () -> work.test(i))
                    .toList();
            List<Boolean> answers = new ArrayList<>();
            for (Future<Boolean> answer : threads.invokeAll(calls)) answers.add(answer.get());
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
