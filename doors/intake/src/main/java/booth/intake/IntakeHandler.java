package booth.intake;

import booth.aws.Clients;
import booth.aws.Environment;
import booth.aws.S3ObjectStore;
import booth.aws.SqsChangePublisher;
import booth.aws.StepFunctionsExecutions;
import booth.core.function.JsonLog;
import booth.core.function.LogLine;
import booth.core.function.Priming;
import booth.core.job.Executions;
import booth.core.job.Jobs;
import booth.core.job.ObjectStore;
import booth.core.operating.StartJob;
import booth.core.watching.ChangeNotifier;
import booth.core.watching.ChangePublisher;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.SfnClient;

/**
 * Lambda handler of S3's notifications of uploads, which come through a queue. Each message stands for itself: those that
 * fail are reported one by one, delivered again, and end among the dead letters if they never work.
 *
 * <p>Environment:
 *
 * <ul>
 *   <li>{@code UPLOADS_BUCKET}
 *   <li>{@code JOBS_BUCKET}
 *   <li>{@code STATE_MACHINE_ARN}
 *   <li>{@code STREAM_QUEUE_URL}: where changes go that watchers are to see
 * </ul>
 */
public final class IntakeHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private static final Duration ATTEMPT = Duration.ofSeconds(5);

    private final Intake intake;
    private final JsonLog log;

    public IntakeHandler() {
        this(System.getenv());
    }

    public IntakeHandler(Map<String, String> env) {
        this(new Environment(env), JsonLog.standardOutput());
    }

    private IntakeHandler(Environment env, JsonLog log) {
        this(env, Clients.build(S3Client.builder(), ATTEMPT), log);
    }

    private IntakeHandler(Environment env, S3Client s3, JsonLog log) {
        this(
                new S3ObjectStore(s3, env.require("JOBS_BUCKET")),
                new StepFunctionsExecutions(
                        Clients.build(SfnClient.builder(), ATTEMPT), env.require("STATE_MACHINE_ARN")),
                SqsChangePublisher.from(env),
                new S3ObjectStore(s3, env.require("UPLOADS_BUCKET")),
                env.require("UPLOADS_BUCKET"),
                log);
    }

    private IntakeHandler(
            ObjectStore jobs,
            Executions executions,
            ChangePublisher changes,
            ObjectStore photos,
            String uploads,
            JsonLog log) {
        this(intake(jobs, executions, changes, photos, uploads, log), log);
        Priming.register(this, jobs, executions, changes);
    }

    IntakeHandler(Intake intake, JsonLog log) {
        this.intake = intake;
        this.log = log;
    }

    private static Intake intake(
            ObjectStore store,
            Executions executions,
            ChangePublisher changes,
            ObjectStore photos,
            String uploads,
            JsonLog log) {
        Jobs jobs = new Jobs(store);
        StartJob startJob = new StartJob(executions, jobs, new ChangeNotifier(store, changes), Clock.systemUTC());
        return new Intake(startJob, jobs, photos, uploads, log);
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        List<BatchItemFailure> failures = event.getRecords().stream()
                .filter(message -> !taken(message))
                .map(message -> new BatchItemFailure(message.getMessageId()))
                .toList();
        return new SQSBatchResponse(failures);
    }

    /** Throws nothing: the other messages of the batch have done no wrong. */
    private boolean taken(SQSMessage message) {
        try {
            Arrival.parse(message.getBody()).forEach(intake::accept);
            return true;
        } catch (RuntimeException e) {
            log.write(LogLine.of("incident").error(e));
            return false;
        }
    }
}
