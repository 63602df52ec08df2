package booth.emulator.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.emulator.account.TestAccount;
import booth.emulator.account.TestClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Objects on a disk on which there is no room for the note that each write needs. */
class FullDiskTest {
    private final List<String> told = new CopyOnWriteArrayList<>();
    private volatile boolean full;

    @TempDir
    private Path folder;

    private S3Server server;
    private S3Client s3;

    @BeforeEach
    void open() {
        server = new S3Server(folder, 0, TestAccount.LOCAL, () -> 0, new Notes());
        s3 = TestClients.of(S3Client.builder(), server.port());
        server.createBucket("jobs");
    }

    @AfterEach
    void close() throws Exception {
        s3.close();
        server.close();
    }

    @Test
    void aWriteThatFindsNoRoomSaysSoAndTheNextOneWorks() {
        full = true;
        assertThatThrownBy(() -> put("a")).isInstanceOfSatisfying(S3Exception.class, e -> {
            assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InternalError");
            assertThat(e.awsErrorDetails().errorMessage())
                    .contains(folder + "/jobs/a cannot be written: the disk is full");
        });
        assertThat(s3.listObjectsV2(list -> list.bucket("jobs")).contents()).isEmpty();

        full = false;
        put("a");

        assertThat(told).containsExactly("ObjectCreated:Put a");
    }

    @Test
    void aFullDiskIsEmptied() {
        put("a");
        full = true;

        s3.deleteObject(delete -> delete.bucket("jobs").key("a"));

        assertThat(s3.listObjectsV2(list -> list.bucket("jobs")).contents()).isEmpty();
    }

    private void put(String key) {
        s3.putObject(put -> put.bucket("jobs").key(key), RequestBody.fromString("x"));
    }

    private final class Notes implements WriteListener {
        @Override
        public String before(ObjectEvent event) {
            if (full) throw new UncheckedIOException("no room", new IOException("No space left on device"));
            return event.sequencer();
        }

        @Override
        public void after(String note, ObjectEvent event) {
            told.add(event.name() + " " + event.key());
        }

        @Override
        public void never(String note) {}
    }
}
