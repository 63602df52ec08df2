package booth.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class QueuesTest {
    private final Synthesized cloud = Synthesized.byDefault();

    @Test
    void everyQueueHasADeadLetterQueueAndEveryDeadLetterQueueAnAlarm() {
        Set<String> working = Set.of(
                cloud.queueFeeding("IntakeHandler").id(),
                cloud.queueFeeding("CallbackHandler").id(),
                cloud.queueFeeding("GenerateHandler").id(),
                cloud.queueFeeding("PushHandler").id());
        Set<String> dead = cloud.deadLetterQueues();
        assertThat(cloud.all("AWS::SQS::Queue"))
                .hasSize(10)
                .allMatch(queue -> working.contains(queue.id()) != dead.contains(queue.id()));
        assertThat(working)
                .allSatisfy(
                        id -> assertThat(dead).contains(cloud.one(id).property("/RedrivePolicy/deadLetterTargetArn")));

        Set<String> alarmed = cloud.all("AWS::CloudWatch::Alarm").stream()
                .filter(alarm -> alarm.property("/MetricName").equals("ApproximateNumberOfMessagesVisible"))
                .map(alarm -> alarm.property("/Dimensions/0/Value"))
                .collect(Collectors.toSet());
        assertThat(alarmed).isEqualTo(dead);
    }

    @Test
    void aPictureIsTriedLongerThanItsBranchWaits() {
        var branch = cloud.states().findValue("Titan 1");
        int receives = cloud.queueFeeding("GenerateHandler")
                .properties()
                .at("/RedrivePolicy/maxReceiveCount")
                .asInt();
        double shortest = 0; // 5 s, doubled to 300 s at most, half of it by chance
        for (int i = 0; i < receives; i++) shortest += Math.min(300, 5 * Math.pow(2, i)) / 2;
        assertThat(shortest).isGreaterThan(branch.path("TimeoutSeconds").asDouble());
        assertThat(cloud.queueFeeding("IntakeHandler").property("/RedrivePolicy/maxReceiveCount"))
                .isEqualTo("5");
    }

    @Test
    void messagesStayHiddenSixTimesAsLongAsTheirFunctionMayRun() {
        assertThat(cloud.mappings()).hasSize(5).allSatisfy(mapping -> {
            int timeout = cloud.functionOf(mapping.property("/FunctionName"))
                    .properties()
                    .path("Timeout")
                    .asInt();
            int hidden = cloud.one(mapping.property("/EventSourceArn"))
                    .properties()
                    .path("VisibilityTimeout")
                    .asInt();
            assertThat(hidden).isGreaterThanOrEqualTo(6 * timeout);
            assertThat(mapping.property("/FunctionResponseTypes/0")).isEqualTo("ReportBatchItemFailures");
        });
        assertThat(cloud.mapping("IntakeHandler").property("/BatchSize")).isEqualTo("10");
        assertThat(cloud.mapping("GenerateHandler").property("/BatchSize")).isEqualTo("1");
        assertThat(cloud.mapping("GenerateHandler").property("/ScalingConfig/MaximumConcurrency"))
                .isEqualTo("3");
    }

    /** Lambda counts a receive also where it then throttles the function, or the function's snapshot is asleep. */
    @Test
    void aMessageOutlivesTenMinutesInWhichNoFunctionHasRoom() {
        assertThat(cloud.mappings()).allSatisfy(mapping -> {
            var queue = cloud.one(mapping.property("/EventSourceArn")).properties();
            int receives = queue.at("/RedrivePolicy/maxReceiveCount").asInt(Integer.MAX_VALUE);
            long hidden = queue.path("VisibilityTimeout").asLong();
            assertThat(receives * hidden).as(mapping.property("/FunctionName")).isGreaterThanOrEqualTo(600);
        });
    }

    @Test
    void generationDeadLettersAreAnswered() {
        assertThat(cloud.mapping("DeadLetterHandler").property("/EventSourceArn"))
                .isEqualTo(cloud.queueFeeding("GenerateHandler").property("/RedrivePolicy/deadLetterTargetArn"));
    }
}
