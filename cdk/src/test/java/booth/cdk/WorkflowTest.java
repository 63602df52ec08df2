package booth.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import booth.cdk.Synthesized.Resource;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WorkflowTest {
    private final Synthesized cloud = Synthesized.byDefault();

    @Test
    void theStateMachineKeepsItsDataToItself() {
        var logging = cloud.machine().properties().path("LoggingConfiguration");
        assertThat(logging.path("IncludeExecutionData").isBoolean()).isTrue();
        assertThat(logging.path("IncludeExecutionData").asBoolean()).isFalse();
        assertThat(cloud.machine().property("/TracingConfiguration/Enabled")).isEqualTo("true");
        assertThat(cloud.machine().property("/StateMachineType")).isEqualTo("STANDARD");
    }

    @Test
    void everyNameInTheStateMachineIsFilledIn() {
        var names = Pattern.compile("\\$\\{(\\w+)}")
                .matcher(cloud.machine().property("/DefinitionString"))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        var substitutions = cloud.machine().properties().path("DefinitionSubstitutions");
        assertThat(Synthesized.names(substitutions)).isEqualTo(names);
        assertThat(substitutions.path("SamRuns").asText()).isEqualTo("inside");
        assertThat(cloud.handlerOf(Synthesized.text(substitutions.path("DetectArn"))))
                .isEqualTo("DetectHandler");
        assertThat(cloud.handlerOf(Synthesized.text(substitutions.path("SegmentArn"))))
                .isEqualTo("SegmentHandler");
        assertThat(cloud.handlerOf(Synthesized.text(substitutions.path("MergeMaskArn"))))
                .isEqualTo("MergeMaskHandler");
        assertThat(cloud.handlerOf(Synthesized.text(substitutions.path("NotifyArn"))))
                .isEqualTo("NotifyHandler");
        assertThat(Synthesized.text(substitutions.path("GenerationQueueUrl")))
                .isEqualTo(cloud.queueFeeding("GenerateHandler").id());
    }

    @Test
    void aTaskMayRunLongerThanItsStateWaits() {
        var substitutions = cloud.machine().properties().path("DefinitionSubstitutions");
        var tasks = cloud.states().findParents("Resource").stream()
                .filter(state -> state.path("Resource").asText().endsWith("Arn}"))
                .toList();
        assertThat(tasks).hasSize(9).allSatisfy(state -> {
            String name = state.path("Resource").asText().replaceAll("[${}]", "");
            int timeout = cloud.functionOf(Synthesized.text(substitutions.path(name)))
                    .properties()
                    .path("Timeout")
                    .asInt();
            assertThat(timeout).isGreaterThan(state.path("TimeoutSeconds").asInt());
        });
    }

    @Test
    void anExecutionThatEndsBadlyIsHeardAndNeverLost() {
        Resource rule = ruleFor("FAILED", "TIMED_OUT", "ABORTED");
        assertThat(rule.property("/EventPattern/detail/stateMachineArn/0"))
                .isEqualTo(cloud.machine().id());
        assertThat(cloud.handlerOf(rule.property("/Targets/0/Arn"))).isEqualTo("ExecutionStatusChangedHandler");
        assertThat(rule.property("/Targets/0/DeadLetterConfig/Arn"))
                .isEqualTo(cloud.function("ExecutionStatusChangedHandler").property("/DeadLetterConfig/TargetArn"));
        assertThat(cloud.function("FileLandedHandler").property("/DeadLetterConfig/TargetArn"))
                .isIn(cloud.deadLetterQueues());
    }

    /** By whatever tool; a start is nothing to tell. */
    @Test
    void anExecutionThatIsRedrivenIsHeardAsWell() {
        Resource rule = ruleFor("RUNNING");
        assertThat(rule.properties().at("/EventPattern/detail/redriveCount").toString())
                .isEqualTo("[{\"anything-but\":[0]}]");
        assertThat(cloud.handlerOf(rule.property("/Targets/0/Arn"))).isEqualTo("ExecutionStatusChangedHandler");
        assertThat(rule.property("/EventPattern/detail/stateMachineArn/0"))
                .isEqualTo(cloud.machine().id());
    }

    private Resource ruleFor(String... statuses) {
        return cloud.all("AWS::Events::Rule").stream()
                .filter(rule -> Synthesized.texts(rule.properties().at("/EventPattern/detail/status"))
                        .equals(List.of(statuses)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void failedAndTimedOutExecutionsRaiseAnAlarm() {
        assertThat(cloud.all("AWS::CloudWatch::Alarm"))
                .filteredOn(alarm -> alarm.property("/Namespace").equals("AWS/States"))
                .extracting(alarm -> alarm.property("/MetricName"))
                .containsExactlyInAnyOrder("ExecutionsFailed", "ExecutionsTimedOut");
    }
}
