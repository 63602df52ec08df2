package booth.cli.timeline;

import booth.core.Concurrently;
import booth.core.Json;
import booth.core.job.JobId;
import com.fasterxml.jackson.core.JacksonException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;

/** What the functions of a stack wrote about a job, in CloudWatch Logs. */
public final class TaskLogs {
    private final CloudWatchLogsClient logs;
    private final String prefix;

    /** @param prefix of the names of the functions' log groups, {@code /photo-booth/PhotoBooth/} */
    public TaskLogs(CloudWatchLogsClient logs, String prefix) {
        this.logs = logs;
        this.prefix = prefix;
    }

    /** In the order of time; empty when there are no log groups at all. */
    public Optional<List<LogEntry>> of(JobId job, Instant from) {
        List<String> groups =
                logs.describeLogGroupsPaginator(list -> list.logGroupNamePrefix(prefix)).logGroups().stream()
                        .map(LogGroup::logGroupName)
                        .toList();
        if (groups.isEmpty()) return Optional.empty();
        return Optional.of(Concurrently.each(groups, group -> in(group, job, from)).stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(LogEntry::at))
                .toList());
    }

    private List<LogEntry> in(String group, JobId job, Instant from) {
        String function = group.substring(prefix.length()).replaceFirst("^/", "");
        return logs
                .filterLogEventsPaginator(filter -> filter.logGroupName(group)
                        .startTime(from.toEpochMilli())
                        .filterPattern("{ $.jobId = \"" + job + "\" }"))
                .events()
                .stream()
                .flatMap(event -> entry(function, event).stream())
                .toList();
    }

    private static Optional<LogEntry> entry(String function, FilteredLogEvent event) {
        try {
            return Optional.of(new LogEntry(
                    Instant.ofEpochMilli(event.timestamp()), function, Json.MAPPER.readTree(event.message())));
        } catch (JacksonException e) {
            return Optional.empty(); // not a line of ours
        }
    }
}
