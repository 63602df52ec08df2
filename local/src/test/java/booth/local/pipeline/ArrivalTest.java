package booth.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import booth.aws.Uploads;
import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.sqs.model.Message;

/** What starts an execution, and what does not: one photo that a job waits for, sent as it was announced. */
class ArrivalTest {
    private static final byte[] PHOTO = Photos.guest(Photos.SKIN);

    @TempDir
    private static Path folder;

    private static Pipeline pipeline;

    @BeforeAll
    static void start() {
        pipeline = Pipeline.start(folder, new FakeBedrock());
    }

    @AfterAll
    static void stop() {
        pipeline.close();
    }

    @Test
    void anUploadStartsOneExecutionAndWhatItMakesStartsNone() {
        List<String> before = pipeline.executions().names();
        JobId job = pipeline.send(PHOTO, Pipeline.request("a.jpg"));

        assertThat(pipeline.ended(job).status()).isEqualTo(Status.SUCCEEDED);
        JobId next = intakeIsThrough();

        assertThat(startedSince(before)).containsExactlyInAnyOrder(job + "-r0", next + "-r0");
    }

    @Test
    void anUploadThatComesTwiceStartsOneExecution() {
        Uploads.Upload upload = pipeline.announce(Pipeline.request("a.jpg"), PHOTO.length);
        assertThat(pipeline.put(upload, PHOTO).statusCode()).isEqualTo(200);
        assertThat(pipeline.put(upload, PHOTO).statusCode()).isEqualTo(200);

        assertThat(pipeline.ended(upload.jobId()).status()).isEqualTo(Status.SUCCEEDED);
        intakeIsThrough();
        assertThat(pipeline.put(upload, PHOTO).statusCode()).isEqualTo(200); // once more, when all is over
        intakeIsThrough();

        assertThat(pipeline.executions().namesOf(upload.jobId())).containsExactly(upload.jobId() + "-r0");
        assertThat(pipeline.look(upload.jobId()).status()).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void aNotificationThatIsDeliveredAgainStartsNothing() {
        JobId job = pipeline.send(PHOTO, Pipeline.request("a b&c.jpg"));
        String again = notification(JobKeys.folder(job) + "a+b%26c.jpg");
        pipeline.queues().send(pipeline.output("IntakeQueueUrl"), again);
        pipeline.ended(job);
        pipeline.queues().send(pipeline.output("IntakeQueueUrl"), again);
        intakeIsThrough();

        assertThat(pipeline.executions().namesOf(job)).containsExactly(job + "-r0");
        assertThat(pipeline.look(job).status()).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void objectsNobodyAskedForStartNothingAndHarmNobody() {
        Uploads.Upload waiting = pipeline.announce(Pipeline.request("mine.jpg"), PHOTO.length);
        List<String> before = pipeline.executions().names();
        for (String key : List.of(
                "stray.jpg",
                "photo/stray.jpg",
                JobKeys.folder(JobId.random()) + "nobodys.jpg",
                JobKeys.folder(waiting.jobId()) + "not-mine.jpg",
                "photo/../photo/%2e%2e/odd + name.jpg"))
            pipeline.s3()
                    .putObject(
                            put -> put.bucket(pipeline.output("UploadsBucket")).key(key), RequestBody.fromBytes(PHOTO));
        JobId next = intakeIsThrough();

        assertThat(startedSince(before)).containsExactly(next + "-r0");
        assertThat(pipeline.look(waiting.jobId()).status()).isEqualTo(Status.AWAITING_UPLOAD);
        assertThat(pipeline.queues().visible(pipeline.output("IntakeDeadLettersUrl")))
                .isZero();
        assertThat(pipeline.put(waiting, PHOTO).statusCode()).isEqualTo(200);
        assertThat(pipeline.ended(waiting.jobId()).status()).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void onlyTheAnnouncedLengthAndTypeAreTaken() {
        Uploads.Upload upload = pipeline.announce(Pipeline.request("a.jpg"), PHOTO.length);
        Map<String, String> otherType = new HashMap<>(upload.headers());
        otherType.replaceAll((name, value) -> name.equalsIgnoreCase("content-type") ? "text/html" : value);

        assertThat(pipeline.put(upload, new byte[PHOTO.length + 1]).statusCode())
                .isEqualTo(403);
        assertThat(pipeline.put(upload, new byte[PHOTO.length - 1]).statusCode())
                .isEqualTo(403);
        assertThat(pipeline.put(upload, otherType, PHOTO).statusCode()).isEqualTo(403);
        intakeIsThrough();
        assertThat(pipeline.look(upload.jobId()).status()).isEqualTo(Status.AWAITING_UPLOAD);
    }

    @Test
    void aMessageThatIsNoNotificationEndsAmongTheDeadLettersAlone() {
        String intake = pipeline.output("IntakeQueueUrl");
        String deadLetters = pipeline.output("IntakeDeadLettersUrl");
        try (Queues.Change soon = pipeline.queues().comeBackAfter(intake, Duration.ofSeconds(1));
                Queues.Change early = pipeline.queues().giveUpAfter(intake, 2, deadLetters)) {
            pipeline.queues().send(intake, "This is no notification.");
            JobId job = pipeline.send(PHOTO, Pipeline.request("a.jpg"));

            assertThat(pipeline.ended(job).status()).isEqualTo(Status.SUCCEEDED);
            List<Message> letters =
                    Pipeline.await().until(() -> pipeline.queues().drain(deadLetters), found -> !found.isEmpty());

            assertThat(letters.stream().map(Message::body)).containsExactly("This is no notification.");
            assertThat(pipeline.executions().namesOf(job)).containsExactly(job + "-r0");
        }
    }

    /** Waits until all that was put or sent before has been looked at: a guest who comes after it is through too. */
    private static JobId intakeIsThrough() {
        JobId next = pipeline.send(PHOTO, Pipeline.request("next.jpg"));
        pipeline.ended(next);
        Pipeline.await().until(() -> pipeline.queues().empty(pipeline.output("IntakeQueueUrl")));
        return next;
    }

    private static List<String> startedSince(List<String> before) {
        List<String> started = new ArrayList<>(pipeline.executions().names());
        started.removeAll(before);
        return started;
    }

    private static String notification(String encodedKey) {
        return """
                {"Records":[{"eventName":"ObjectCreated:Put","s3":{
                  "bucket":{"name":"%s"},"object":{"key":"%s","size":%d}}}]}
                """.formatted(pipeline.output("UploadsBucket"), encodedKey, PHOTO.length);
    }
}
