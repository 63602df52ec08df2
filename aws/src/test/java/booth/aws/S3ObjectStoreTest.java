package booth.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Busy;
import booth.core.StubServer;
import booth.core.StubServer.Call;
import booth.core.StubServer.Reply;
import booth.core.job.ObjectStore;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

class S3ObjectStoreTest {
    private Function<Call, Reply> answers = call -> Reply.of(200, "");
    private final StubServer server = new StubServer(call -> answers.apply(call));
    private final ObjectStore store = new S3ObjectStore(
            Clients.build(
                    S3Client.builder()
                            .endpointOverride(server.url())
                            .forcePathStyle(true)
                            .region(Region.US_EAST_1)
                            .credentialsProvider(
                                    StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"))),
                    Duration.ofSeconds(5)),
            "jobs");

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void primingReadsWhatIsNotThereAndWritesOnlyOverWhatCannotBeThere() {
        answers = call -> Reply.of(
                call.method().equals("GET") ? 404 : 403,
                "<Error><Code>AccessDenied</Code><Message>no</Message></Error>");

        store.prime();

        assertThat(server.calls()).extracting(Call::method).containsExactly("GET", "PUT");
        assertThat(server.calls()).extracting(Call::path).containsOnly("/jobs/photo/" + "0".repeat(32) + "/frame.png");
        assertThat(server.calls().get(1).header("If-Match")).isEqualTo("\"never\"");
    }

    @Test
    void anObjectComesWithItsVersion() {
        answers = call -> new Reply(200, Map.of("ETag", "\"v1\""), "hello");

        ObjectStore.Stored stored = store.find("photo/x/job.json").orElseThrow();

        assertThat(new String(stored.bytes(), UTF_8)).isEqualTo("hello");
        assertThat(stored.version()).isEqualTo("\"v1\"");
        assertThat(server.calls()).extracting(Call::path).containsExactly("/jobs/photo/x/job.json");
    }

    @Test
    void aBodyIsSentWithoutAskingFirst() {
        answers = call -> new Reply(200, Map.of("ETag", "\"v1\""), "");

        store.write("photo/x/job.json", "hello".getBytes(UTF_8));

        assertThat(server.calls()).singleElement().satisfies(call -> {
            assertThat(call.header("Expect")).isEmpty();
            assertThat(call.header("Content-Type")).isEqualTo("application/json");
        });
    }

    @Test
    void aPageOfAListIsOneRequestHoweverLongTheListIs() {
        answers = call -> Reply.of(
                200,
                "<ListBucketResult><IsTruncated>true</IsTruncated><NextContinuationToken>t</NextContinuationToken>"
                        + "<Contents><Key>booths/hall/b</Key><Size>32</Size>"
                        + "<LastModified>2026-11-21T10:00:00.000Z</LastModified></Contents></ListBucketResult>");

        assertThat(store.list("booths/hall/", "booths/hall/a", 1))
                .extracting(ObjectStore.Entry::key)
                .containsExactly("booths/hall/b");
        assertThat(server.calls()).hasSize(1);
    }

    @Test
    void whereNothingStandsNothingIsFound() {
        answers = call -> Reply.of(404, call.method().equals("HEAD") ? "" : error("NoSuchKey"));

        assertThat(store.find("a")).isEmpty();
        assertThat(store.head("a")).isEmpty();
        assertThat(store.exists("a")).isFalse();
    }

    @Test
    void anObjectThatIsTooLargeIsNamedWithItsSize() {
        answers = call -> new Reply(200, Map.of("ETag", "\"v1\""), "x".repeat(1000));

        assertThat(store.find("a", 1000)).isPresent();
        assertThatThrownBy(() -> store.find("a", 999))
                .isInstanceOf(ObjectStore.TooLarge.class)
                .hasMessage("a has 1000 bytes, more than 999.");
    }

    @Test
    void createOnlySucceedsWhereNothingStood() {
        answers = call -> call.header("If-None-Match").equals("*")
                ? Reply.of(412, error("PreconditionFailed"))
                : Reply.of(500, error("ItAskedForNoCondition"));

        assertThat(store.create("a.png", new byte[1])).isFalse();
        assertThat(server.calls().get(0).header("Content-Type")).isEqualTo("image/png");
    }

    @Test
    void replaceOnlySucceedsAtTheSameVersion() {
        answers = call -> Reply.of(call.header("If-Match").equals("\"v1\"") ? 200 : 412, error("PreconditionFailed"));

        assertThat(store.replace("job.json", new byte[1], "\"v1\"")).isTrue();
        assertThat(store.replace("job.json", new byte[1], "\"v0\"")).isFalse();
    }

    @Test
    void anotherWriterAtTheSameMomentCountsAsLost() {
        answers = call -> Reply.of(409, error("ConditionalRequestConflict"));

        assertThat(store.replace("job.json", new byte[1], "\"v1\"")).isFalse();
    }

    @Test
    void throttlingIsBusyAfterOneRetry() {
        answers = call -> Reply.of(503, error("SlowDown"));

        assertThatThrownBy(() -> store.find("a")).isInstanceOf(Busy.class);
        assertThat(server.calls()).hasSize(2);
    }

    @Test
    void whatIsForbiddenIsAnIncident() {
        answers = call -> Reply.of(403, error("AccessDenied"));

        assertThatThrownBy(() -> store.find("a")).isInstanceOf(S3Exception.class);
        assertThatThrownBy(() -> store.create("a", new byte[1])).isInstanceOf(S3Exception.class);
    }

    private static String error(String code) {
        return "<Error><Code>" + code + "</Code><Message>because</Message></Error>";
    }
}
