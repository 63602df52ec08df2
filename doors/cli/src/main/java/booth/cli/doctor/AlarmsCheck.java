package booth.cli.doctor;

import booth.cli.stack.AwsConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** Which of the stack's alarms are raised. */
final class AlarmsCheck {
    private static final Look LOOK = new Look("alarms", "cloudwatch:DescribeAlarms, cloudformation:ListStackResources");
    /** CloudWatch takes no more names at once. */
    private static final int NAMES = 100;

    private final AwsConnection connection;

    AlarmsCheck(AwsConnection connection) {
        this.connection = connection;
    }

    List<Finding> look(Supplier<List<String>> names) {
        return LOOK.at(() -> {
            List<String> all = names.get();
            List<MetricAlarm> raised = raised(all);
            if (raised.isEmpty()) return List.of(Finding.ok(LOOK.check(), "none of " + all.size() + " is raised"));
            return raised.stream()
                    .map(alarm -> Finding.warn(
                            LOOK.check(),
                            alarm.alarmName() + " is raised: " + alarm.alarmDescription(),
                            "booth jobs --failed and booth dead-letters show what failed"))
                    .collect(Collectors.toList());
        });
    }

    private List<MetricAlarm> raised(List<String> names) {
        List<MetricAlarm> raised = new ArrayList<>();
        try (CloudWatchClient cloudwatch = connection.client("cloudwatch", CloudWatchClient.builder())) {
            for (int from = 0; from < names.size(); from += NAMES) {
                List<String> some = names.subList(from, Math.min(names.size(), from + NAMES));
                cloudwatch
                        .describeAlarmsPaginator(
                                describe -> describe.alarmNames(some).stateValue(StateValue.ALARM))
                        .metricAlarms()
                        .forEach(raised::add);
            }
        }
        return raised;
    }
}
