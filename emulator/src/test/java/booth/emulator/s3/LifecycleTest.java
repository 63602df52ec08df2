package booth.emulator.s3;

import static org.assertj.core.api.Assertions.assertThat;

import booth.emulator.account.TestAccount;
import booth.emulator.account.TestClients;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

class LifecycleTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final ConcurrentLinkedQueue<ObjectEvent> events = new ConcurrentLinkedQueue<>();
    private Instant now = Instant.now();

    @TempDir
    private Path folder;

    private S3Server server;
    private S3Client s3;

    @BeforeEach
    void open() {
        server = new S3Server(folder, 0, TestAccount.LOCAL, () -> 0, new Listener(events), () -> now);
        s3 = TestClients.of(S3Client.builder(), server.port());
        server.createBucket("jobs");
        server.add(new LifecycleRule("jobs", "photo/", OptionalInt.of(7), OptionalInt.empty()));
        server.add(new LifecycleRule("jobs", "", OptionalInt.empty(), OptionalInt.of(1)));
    }

    @AfterEach
    void close() throws Exception {
        s3.close();
        server.close();
    }

    @Test
    void whatIsOldEnoughAndHasThePrefixIsForgotten() {
        put("photo/1/a.png");
        put("photo/1/b.png");
        put("keys/1.json");

        now = now.plus(DAY.multipliedBy(7)).minusSeconds(1);
        assertThat(server.lifecycle().sweep()).isEqualTo(new Lifecycle.Swept(0, 0));
        now = now.plus(DAY);

        assertThat(server.lifecycle().sweep()).isEqualTo(new Lifecycle.Swept(2, 0));
        assertThat(keys()).containsExactly("keys/1.json");
        assertThat(folder.resolve("jobs/photo")).doesNotExist();
        assertThat(events)
                .extracting(ObjectEvent::name)
                .endsWith("LifecycleExpiration:Delete", "LifecycleExpiration:Delete")
                .doesNotContain("ObjectRemoved:Delete");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T10:00:00Z, 2026-11-28T23:59:59Z, false",
        "2026-11-21T10:00:00Z, 2026-11-29T00:00:00Z, true",
        "2026-11-21T00:00:00Z, 2026-11-27T23:59:59Z, false",
        "2026-11-21T00:00:00Z, 2026-11-28T00:00:00Z, true"
    })
    void anObjectExpiresAtTheMidnightAfterItsDays(Instant written, Instant then, boolean expired) {
        LifecycleRule rule = new LifecycleRule("jobs", "photo/", OptionalInt.of(7), OptionalInt.empty());

        assertThat(rule.expires("photo/1/a.png", written, then)).isEqualTo(expired);
    }

    @Test
    void whatWasWrittenAnewStays() throws Exception {
        put("photo/1/job.json");
        put("photo/1/frame.png");
        now = now.plus(DAY.multipliedBy(9));
        Files.setLastModifiedTime(folder.resolve("jobs/photo/1/job.json"), FileTime.from(now));

        server.lifecycle().sweep();

        assertThat(keys()).containsExactly("photo/1/job.json");
    }

    @Test
    void moreThanAPageOfThemIsForgottenAtOnce() throws Exception {
        Files.createDirectories(folder.resolve("jobs/photo/many"));
        for (int i = 0; i < 1100; i++) Files.createFile(folder.resolve("jobs/photo/many/" + i + ".png"));
        now = now.plus(DAY.multipliedBy(9));

        assertThat(server.lifecycle().sweep().objects()).isEqualTo(1100);
        assertThat(keys()).isEmpty();
    }

    @Test
    void anUploadInPartsThatNobodyCompletedIsGivenUp() {
        String upload = s3.createMultipartUpload(create -> create.bucket("jobs").key("big"))
                .uploadId();
        s3.uploadPart(
                part -> part.bucket("jobs").key("big").uploadId(upload).partNumber(1), RequestBody.fromString("x"));
        assertThat(server.lifecycle().sweep().uploads()).isZero();
        now = now.plus(DAY.multipliedBy(2));

        assertThat(server.lifecycle().sweep()).isEqualTo(new Lifecycle.Swept(0, 1));

        assertThat(s3.listMultipartUploads(list -> list.bucket("jobs")).uploads())
                .isEmpty();
    }

    private List<String> keys() {
        return s3.listObjectsV2(list -> list.bucket("jobs")).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    private void put(String key) {
        s3.putObject(put -> put.bucket("jobs").key(key), RequestBody.fromString("x"));
    }
}
