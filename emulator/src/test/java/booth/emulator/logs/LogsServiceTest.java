package booth.emulator.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.emulator.account.TestAccount;
import booth.emulator.account.TestClients;
import booth.emulator.wire.WireServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.CloudWatchLogsException;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.InvalidParameterException;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/** CloudWatch Logs as the AWS SDK speaks it. */
class LogsServiceTest {
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final String DETECT = "/photo-booth/PhotoBooth/Detect";

    @TempDir
    private Path folder;

    private Instant now = START;
    private LogGroups groups;
    private WireServer server;
    private CloudWatchLogsClient logs;

    @BeforeEach
    void start() throws IOException {
        groups = new LogGroups(folder, () -> now);
        server = new WireServer(0, List.of(new LogsService(groups, TestAccount.LOCAL)), List.of(), List.of());
        logs = TestClients.of(CloudWatchLogsClient.builder(), server.port());
        for (int i = 0; i < 6; i++) {
            now = START.plusSeconds(i);
            groups.group(DETECT).append("{\"jobId\":\"" + (i % 2 == 0 ? "even" : "odd") + "\",\"index\":" + i + "}");
        }
        groups.create("/photo-booth/PhotoBooth/Notify");
        groups.create("/photo-booth/Other/Notify");
    }

    @AfterEach
    void stop() {
        logs.close();
        server.close();
        groups.close();
    }

    @Test
    void groupsAreListedByPrefix() {
        assertThat(logs.describeLogGroupsPaginator(d ->
                                d.logGroupNamePrefix("/photo-booth/PhotoBooth/").limit(1))
                        .logGroups())
                .extracting(LogGroup::logGroupName)
                .containsExactly(DETECT, "/photo-booth/PhotoBooth/Notify");
        LogGroup detect = logs.describeLogGroups(d -> d.logGroupNamePattern("Detect"))
                .logGroups()
                .get(0);
        assertThat(detect.arn()).isEqualTo("arn:aws:logs:us-east-1:000000000000:log-group:" + DETECT + ":*");
        assertThat(detect.creationTime()).isEqualTo(START.toEpochMilli());
        assertThat(detect.storedBytes()).isPositive();
    }

    @Test
    void eventsOfOneJobAreFoundInOrder() {
        assertThat(events(filter -> filter.filterPattern("{ $.jobId = \"odd\" }")))
                .extracting(FilteredLogEvent::message)
                .containsExactly(
                        "{\"jobId\":\"odd\",\"index\":1}",
                        "{\"jobId\":\"odd\",\"index\":3}",
                        "{\"jobId\":\"odd\",\"index\":5}");
    }

    @Test
    void timesAreBoundsOnBothSides() {
        assertThat(events(filter -> filter.startTime(START.plusSeconds(2).toEpochMilli())
                        .endTime(START.plusSeconds(4).toEpochMilli())))
                .extracting(FilteredLogEvent::timestamp)
                .containsExactly(
                        START.plusSeconds(2).toEpochMilli(),
                        START.plusSeconds(3).toEpochMilli(),
                        START.plusSeconds(4).toEpochMilli());
    }

    @Test
    void pagesNeitherRepeatNorSkip() throws IOException {
        var first = logs.filterLogEvents(filter -> filter.logGroupName(DETECT).limit(4));
        groups.group(DETECT).append("{\"jobId\":\"new\"}");
        var second = logs.filterLogEvents(
                filter -> filter.logGroupName(DETECT).limit(4).nextToken(first.nextToken()));

        assertThat(first.events()).hasSize(4);
        assertThat(second.events())
                .extracting(FilteredLogEvent::message)
                .containsExactly(
                        "{\"jobId\":\"even\",\"index\":4}", "{\"jobId\":\"odd\",\"index\":5}", "{\"jobId\":\"new\"}");
        assertThat(second.nextToken()).isNull();
    }

    @Test
    void aGroupMayBeNamedByItsArn() {
        for (String identifier : List.of(
                DETECT,
                "arn:aws:logs:us-east-1:000000000000:log-group:" + DETECT,
                "arn:aws:logs:us-east-1:000000000000:log-group:" + DETECT + ":*"))
            assertThat(logs.filterLogEvents(filter -> filter.logGroupIdentifier(identifier))
                            .events())
                    .hasSize(6);
    }

    @Test
    void streamsThatAreNotThereHoldNothing() {
        String stream = events(filter -> {}).get(0).logStreamName();

        assertThat(events(filter -> filter.logStreamNames(stream))).hasSize(6);
        assertThat(events(filter -> filter.logStreamNamePrefix(stream.substring(0, 3))))
                .hasSize(6);
        assertThat(events(filter -> filter.logStreamNames("2026/11/21/[$LATEST]0")))
                .isEmpty();
        assertThat(events(filter -> filter.logStreamNamePrefix("2026/"))).isEmpty();
    }

    @Test
    void mistakesAreAnsweredAsAwsDoes() {
        assertThatThrownBy(() -> logs.filterLogEvents(filter -> filter.logGroupName("/nowhere")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("The specified log group does not exist.");
        assertThatThrownBy(() -> events(filter -> filter.filterPattern("ERROR")))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("{ $.field = \"value\" }");
        assertThatThrownBy(() -> events(filter -> filter.limit(10_001))).isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() -> logs.filterLogEvents(filter -> {})).isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() -> logs.deleteLogGroup(delete -> delete.logGroupName(DETECT)))
                .isInstanceOfSatisfying(
                        CloudWatchLogsException.class,
                        error ->
                                assertThat(error.awsErrorDetails().errorCode()).isEqualTo("UnknownOperationException"));
    }

    private List<FilteredLogEvent> events(Consumer<FilterLogEventsRequest.Builder> more) {
        return logs.filterLogEvents(filter -> more.accept(filter.logGroupName(DETECT)))
                .events();
    }
}
