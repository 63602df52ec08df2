package booth.emulator.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.aws.S3ObjectStore;
import booth.core.job.ObjectStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Conditions hold, whoever writes at the same time. */
class RacingWritersTest extends OnS3 {
    RacingWritersTest(@TempDir Path folder) {
        super(folder);
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

    /** When the server closed connections at will, a few writes in a hundred were lost or carried out twice. */
    @Test
    void everyFirstWriteOnOneConnectionSucceeds() {
        ObjectStore jobs = new S3ObjectStore(s3, BUCKET);

        assertThat(IntStream.range(0, 400).filter(i -> !jobs.create("photo/" + i + "/job.json", PHOTO)))
                .isEmpty();
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
