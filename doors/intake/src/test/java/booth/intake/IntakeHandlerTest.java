package booth.intake;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Busy;
import booth.core.function.JsonLog;
import booth.core.function.NoContext;
import booth.core.job.ExecutionInput;
import booth.core.job.Executions;
import booth.core.job.InMemoryExecutions;
import booth.core.job.InMemoryObjectStore;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.JobRequest;
import booth.core.job.Jobs;
import booth.core.job.Problem;
import booth.core.job.Status;
import booth.core.operating.Erase;
import booth.core.operating.StartJob;
import booth.core.watching.ChangeEvent;
import booth.core.watching.ChangeNotifier;
import booth.core.watching.Watchers;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeHandlerTest {
    private static final JobId JOB = new JobId("0123456789abcdef0123456789abcdef");
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final long SIZE = 2_000_000;
    private static final String PHOTO = "photo/" + JOB + "/my face+1.jpg";

    private final InMemoryObjectStore store = new InMemoryObjectStore();
    private final InMemoryObjectStore photos = new InMemoryObjectStore();
    private final Jobs jobs = new Jobs(store);
    private final List<ChangeEvent> events = new ArrayList<>();
    private final InMemoryExecutions executions = new InMemoryExecutions() {
        @Override
        public void start(String name, ExecutionInput input) {
            stepFunctionsMood.run();
            super.start(name, input);
        }
    };
    private final List<String> log = new ArrayList<>();
    private Runnable stepFunctionsMood = () -> {};

    @BeforeEach
    void aJobWaits() {
        JobRequest request = new JobRequest(
                "my face+1.jpg", "image/jpeg", Optional.empty(), Optional.empty(), "hall", List.of("a meadow"));
        jobs.create(Job.awaitingUpload(JOB, request, NOW.minusSeconds(60)));
    }

    @Test
    void aPhotoStartsItsJob() {
        assertThat(handle(put(JOB, "my+face%2B1.jpg", SIZE))).isEmpty();

        assertThat(executions.started()).containsOnlyKeys(JOB + "-r0");
        ExecutionInput input = Objects.requireNonNull(executions.started().get(JOB + "-r0"));
        assertThat(input.upload()).isEqualTo("photo/" + JOB + "/my face+1.jpg");
        assertThat(input.prompts()).containsExactly("a meadow");
        assertThat(input.pictures()).hasSize(3).allMatch(key -> key.startsWith(JobKeys.folder(JOB)));
        assertThat(job().status()).isEqualTo(Status.QUEUED);
        assertThat(job().queuedAt()).contains(NOW);
    }

    @Test
    void whoWatchesIsToldThatThePhotoWasTaken() {
        new Watchers(store).add(JOB, "page");

        handle(put(JOB, "my+face%2B1.jpg", SIZE));

        assertThat(events).containsExactly(ChangeEvent.of(JOB));
    }

    @Test
    void duplicatePutEventStartsOneExecution() {
        handle(put(JOB, "my+face%2B1.jpg", SIZE), put(JOB, "my+face%2B1.jpg", SIZE));
        handle(put(JOB, "my+face%2B1.jpg", SIZE));

        assertThat(executions.started()).hasSize(1);
        assertThat(job().attempt()).isZero();
    }

    @Test
    void aCrashBetweenTheStartAndTheRecordIsMadeGoodByTheNextDelivery() {
        Job waiting = job();
        executions.start(JOB + "-r0", ExecutionInput.of(waiting));

        assertThat(handle(put(JOB, "my+face%2B1.jpg", SIZE))).isEmpty();

        assertThat(executions.started()).hasSize(1);
        assertThat(job().status()).isEqualTo(Status.QUEUED);
    }

    @Test
    void anExecutionThatEndedBeforeTheRecordWasWrittenKeepsItsEnd() {
        stepFunctionsMood = () -> jobs.update(
                JOB,
                job -> job.ended(Status.REJECTED, List.of(), Optional.of(new Problem("NO_FACE", "x", false)), NOW));

        assertThat(handle(put(JOB, "my+face%2B1.jpg", SIZE))).isEmpty();

        assertThat(job().status()).isEqualTo(Status.REJECTED);
    }

    @Test
    void aJobPastWaitingIsNotStartedAgain() {
        jobs.update(JOB, job -> job.queued(1, NOW));

        assertThat(handle(put(JOB, "my+face%2B1.jpg", SIZE))).isEmpty();

        assertThat(executions.started()).isEmpty();
        assertThat(job().attempt()).isEqualTo(1);
    }

    @Test
    void aPhotoOfAHeldJobStartsNothing() {
        JobId held = JobId.random();
        JobRequest request = job().request();
        jobs.create(Job.held(held, request, NOW));

        assertThat(handle(put(held, "my+face%2B1.jpg", SIZE))).isEmpty();
        assertThat(executions.started()).isEmpty();

        jobs.update(held, job -> job.released(request.named(Optional.of("abc"), Optional.empty())));
        assertThat(handle(put(held, "my+face%2B1.jpg", SIZE))).isEmpty();
        assertThat(Objects.requireNonNull(executions.started().get(held + "-r0"))
                        .pictures())
                .first()
                .asString()
                .endsWith("/photo_abc_1.jpeg");
    }

    @Test
    void whatNobodySignedIsIgnored() {
        JobId unknown = new JobId("f".repeat(32));

        assertThat(handle(
                        put(JOB, "other.jpg", SIZE),
                        put(JOB, "my%2Bface%252B1.jpg", SIZE),
                        put(unknown, "my+face%2B1.jpg", SIZE),
                        message("docs", notification("ObjectCreated:Put", "uploads", "docs/a.pdf", SIZE)),
                        message("short", notification("ObjectCreated:Put", "uploads", "photo/abc/a.jpg", SIZE)),
                        message("root", notification("ObjectCreated:Put", "uploads", "a.jpg", SIZE))))
                .isEmpty();

        assertThat(executions.started()).isEmpty();
        assertThat(job().status()).isEqualTo(Status.AWAITING_UPLOAD);
    }

    @Test
    void aPhotoThatLandsWhileOrAfterItsJobIsErasedIsDeleted() {
        photos.write(PHOTO, new byte[1]);
        jobs.beginErasing(JOB, NOW);
        assertThat(handle(put(JOB, "my+face%2B1.jpg", SIZE))).isEmpty();
        assertThat(photos.list("")).isEmpty();

        photos.write(PHOTO, new byte[1]);
        jobs.remove(JOB);
        assertThat(handle(put(JOB, "my+face%2B1.jpg", SIZE))).isEmpty();

        assertThat(photos.list("")).isEmpty();
        assertThat(executions.started()).isEmpty();
        assertThat(log).hasSize(2).allMatch(line -> line.contains("photo_erased") && !line.contains("face"));
    }

    @Test
    void aJobThatIsErasedWhileItStartsIsStopped() {
        stepFunctionsMood = () -> new Erase(store, photos, executions, () -> NOW).erase(JOB);

        assertThat(handle(put(JOB, "my+face%2B1.jpg", SIZE))).isEmpty();

        assertThat(executions.find(JOB + "-r0")).map(Executions.Run::state).contains(Executions.State.ABORTED);
        assertThat(store.list("")).isEmpty();
    }

    @Test
    void anotherBucketAndAnotherKindOfEventAreIgnored() {
        photos.write(PHOTO, new byte[1]);
        jobs.remove(JOB);
        String key = "photo/" + JOB + "/my+face%2B1.jpg";

        assertThat(handle(
                        message("bucket", notification("ObjectCreated:Put", "elsewhere", key, SIZE)),
                        message("removed", notification("ObjectRemoved:Delete", "uploads", key, SIZE))))
                .isEmpty();

        assertThat(executions.started()).isEmpty();
        assertThat(photos.list("")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 15 * 1024 * 1024 + 1})
    void whatIsWrongWithAPhotoIsForTheStateMachineToSay(long size) {
        handle(put(JOB, "my+face%2B1.jpg", size));

        assertThat(executions.started()).hasSize(1);
        assertThat(job().status()).isEqualTo(Status.QUEUED);
    }

    @Test
    void theTestEventOfS3IsAcknowledged() {
        assertThat(handle(message(
                        "test",
                        "{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\",\"Time\":\"2026-11-21T10:00:00.000Z\","
                                + "\"Bucket\":\"uploads\",\"RequestId\":\"r\",\"HostId\":\"h\"}")))
                .isEmpty();
    }

    @Test
    void aPoisonMessageFailsAlone() {
        assertThat(handle(
                        message("text", "hello"),
                        message("empty", "{}"),
                        message("strange", "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\"}]}"),
                        put(JOB, "my+face%2B1.jpg", SIZE)))
                .containsExactly("text", "empty", "strange");

        assertThat(executions.started()).hasSize(1);
    }

    @Test
    void whenStepFunctionsIsBusyTheMessageComesAgainAndThenWorks() {
        stepFunctionsMood = () -> {
            throw new Busy("Step Functions is busy", new IllegalStateException());
        };
        assertThat(handle(put(JOB, "my+face%2B1.jpg", SIZE))).hasSize(1);
        assertThat(job().status()).isEqualTo(Status.AWAITING_UPLOAD);
        stepFunctionsMood = () -> {};

        assertThat(handle(put(JOB, "my+face%2B1.jpg", SIZE))).isEmpty();

        assertThat(job().status()).isEqualTo(Status.QUEUED);
    }

    private List<String> handle(SQSMessage... messages) {
        SQSEvent event = new SQSEvent();
        event.setRecords(Arrays.asList(messages));
        JsonLog lines = new JsonLog(log::add);
        StartJob startJob = new StartJob(executions, jobs, new ChangeNotifier(store, events::add), () -> NOW);
        Intake intake = new Intake(startJob, jobs, photos, "uploads", lines);
        return new IntakeHandler(intake, lines)
                .handleRequest(event, NoContext.get()).getBatchItemFailures().stream()
                        .map(BatchItemFailure::getItemIdentifier)
                        .toList();
    }

    private Job job() {
        return jobs.find(JOB).orElseThrow();
    }

    private static SQSMessage put(JobId job, String encodedName, long size) {
        String key = "photo/" + job + "/" + encodedName;
        return message(key, notification("ObjectCreated:Put", "uploads", key, size));
    }

    private static SQSMessage message(String id, String body) {
        SQSMessage message = new SQSMessage();
        message.setMessageId(id);
        message.setBody(body);
        return message;
    }

    /** As S3 writes it. */
    private static String notification(String event, String bucket, String encodedKey, long size) {
        return """
                {"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","awsRegion":"us-west-2",
                "eventTime":"2026-11-21T10:00:00.000Z","eventName":"%s","userIdentity":{"principalId":"AWS:A"},
                "requestParameters":{"sourceIPAddress":"127.0.0.1"},
                "responseElements":{"x-amz-request-id":"C3D1","x-amz-id-2":"F"},
                "s3":{"s3SchemaVersion":"1.0","configurationId":"c",
                "bucket":{"name":"%s","ownerIdentity":{"principalId":"A"},"arn":"arn:aws:s3:::%s"},
                "object":{"key":"%s","size":%d,"eTag":"d41d8cd9","sequencer":"0055AED6DCD90281E5"}}}]}""".formatted(event, bucket, bucket, encodedKey, size);
    }
}
