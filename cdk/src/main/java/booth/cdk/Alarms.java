package booth.cdk;

import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

/**
 * What a person should look at: every dead letter, every execution that failed, and when existing clients are refused,
 * or somebody takes their photos from them. The alarms show in CloudWatch and go to
 * EventBridge; whom they wake is the account's own matter.
 */
final class Alarms extends Construct {
    private static final MetricOptions MAXIMUM =
            MetricOptions.builder().statistic("Maximum").build();

    /**
     * @param deadLetters by the name of what failed
     * @param photosUsedUp refused photos of existing clients, where there are such clients
     */
    Alarms(
            Construct scope,
            String id,
            Map<String, DeadLetters> deadLetters,
            GenerationQueue generation,
            StateMachine machine,
            Optional<IMetric> photosUsedUp) {
        this(scope, id, deadLetters);
        // its consumer takes them away within seconds: there it is the taking that counts
        alarm(
                "PicturesGivenUp",
                generation.deadLetters().queue().metricNumberOfMessagesReceived(),
                "Pictures were given up after every try at them failed.");
        alarm("ExecutionsFailed", machine.metricFailed(), "Executions failed; they can be redriven for 14 days.");
        alarm(
                "ExecutionsTimedOut",
                machine.metricTimedOut(),
                "Executions timed out; they can be redriven for 14 days.");
        photosUsedUp.ifPresent(metric -> alarm(
                "DailyPhotosUsedUp",
                metric,
                "Photos without a booth's key are refused until midnight UTC: legacyDailyPhotos of them were taken."));
    }

    /** @param deadLetters by the name of what failed */
    Alarms(Construct scope, String id, Map<String, DeadLetters> deadLetters) {
        super(scope, id);
        deadLetters.forEach((name, letters) -> alarm(
                name + "DeadLetters",
                letters.queue().metricApproximateNumberOfMessagesVisible(MAXIMUM),
                "Messages wait in the dead-letter queue of " + name + "."));
    }

    /** @param bulk the garden's batches */
    Alarms(Construct scope, String id, Map<String, DeadLetters> deadLetters, GardenBulk bulk) {
        this(scope, id, deadLetters);
        alarm(
                "BatchesFailed",
                bulk.failed(),
                "Batches came to nothing; why is in their failures, a replay tries again.");
        alarm(
                "BatchesTimedOut",
                bulk.timedOut(),
                "Batches took longer than two days; a replay paints what is missing.");
    }

    private void alarm(String id, IMetric metric, String description) {
        Alarm.Builder.create(this, id)
                .metric(metric)
                .threshold(1)
                .evaluationPeriods(1)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                .treatMissingData(TreatMissingData.NOT_BREACHING)
                .alarmDescription(description)
                .build();
    }
}
