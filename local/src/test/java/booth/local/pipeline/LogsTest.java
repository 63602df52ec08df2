package booth.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.job.JobId;
import booth.core.job.Look;
import booth.core.job.LookChoice;
import booth.core.job.Status;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;

/** What functions log, found the way operators find it on either cloud: by group, by job, by state. */
class LogsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> FIELDS = Set.of(
            "event", "jobId", "execution", "state", "attempt", "item", "booth", "index", "millis", "error", "message");
    private static final String WISH = "a purple zeppelin";

    @TempDir
    private static Path folder;

    private static final FakeBedrock painter = new FakeBedrock();
    private static Pipeline pipeline;
    private static CloudWatchLogsClient logs;

    @BeforeAll
    static void start() {
        pipeline = Pipeline.start(folder, painter);
        logs = CloudWatchLogsClient.create();
    }

    @AfterAll
    static void stop() {
        logs.close();
        pipeline.close();
    }

    @Test
    void everyTaskOfAJobLeavesItsLine() {
        JobId job = pipeline.send(Photos.guest(Photos.SKIN), Pipeline.request("a.jpg"));
        assertThat(pipeline.ended(job).status()).isEqualTo(Status.SUCCEEDED);

        assertThat(one("Intake", job, "execution_started").path("execution").asText())
                .isEqualTo(job + "-r0");
        for (String task : List.of("Detect", "Segment", "MergeMask", "Notify")) {
            JsonNode line = one(task, job, "task_succeeded");
            assertThat(line.path("execution").asText()).isEqualTo(job + "-r0");
            assertThat(line.path("state").asText()).isEqualTo(task);
            assertThat(line.path("attempt").asInt(-1)).isZero();
            assertThat(line.path("millis").asInt(-1)).isNotNegative();
        }
        assertThat(lines("Generate", job, "picture_stored"))
                .extracting(line ->
                        line.path("state").asText() + " " + line.path("index").asInt() + " "
                                + line.path("execution").asText())
                .containsExactlyInAnyOrder(
                        "Titan 1 1 " + job + "-r0", "Titan 2 2 " + job + "-r0", "Titan 3 3 " + job + "-r0");
        assertThat(one("Notify", job, "job_succeeded").path("execution").asText())
                .isEqualTo(job + "-r0");
    }

    @Test
    void aFailureIsFoundByItsJobAndState() {
        painter.script(WISH, 4, FakeBedrock.Answer.THROTTLED);
        painter.script("forbidden", FakeBedrock.Answer.FILTERED);
        JobId job = pipeline.send(Photos.guest(Photos.SKIN), Pipeline.request("a.jpg", WISH, "forbidden"));
        assertThat(pipeline.ended(job).status()).isEqualTo(Status.PARTIAL);

        assertThat(lines("Generate", "{ $.jobId = \"" + job + "\" && $.state = \"Titan 1\" }"))
                .extracting(line -> line.path("event").asText())
                .containsExactly("busy", "picture_stored");
        assertThat(one("Generate", job, "picture_refused").path("error").asText())
                .isEqualTo("MODEL_REFUSED");
    }

    @Test
    void nothingOfTheGuestsNorAnyKeyToItIsLogged() {
        painter.script("another " + WISH, 4, FakeBedrock.Answer.THROTTLED);
        for (JobId job : List.of(
                pipeline.send(Photos.guest(Photos.SKIN), Pipeline.request("a.jpg", WISH, "another " + WISH)),
                pipeline.send(new byte[] {1, 2, 3}, Pipeline.request("broken.jpg", WISH)),
                pipeline.send(
                        Photos.guest(Photos.SKIN), Pipeline.request("b.jpg").with(LookChoice.of(Look.PORTRAIT))),
                pipeline.send(
                        Photos.guest(Photos.SKIN), Pipeline.request("c.jpg").with(LookChoice.of(Look.MONSTER)))))
            pipeline.ended(job);

        List<LogGroup> groups = groups();
        assertThat(groups).extracting(LogGroup::logGroupName).hasSize(17).contains(prefix() + "Generate");
        Set<String> events = new TreeSet<>();
        for (LogGroup group : groups)
            for (FilteredLogEvent event : logs.filterLogEventsPaginator(
                            filter -> filter.logGroupName(group.logGroupName()))
                    .events()) events.add(check(event.message()));
        assertThat(events).contains("task_succeeded", "task_refused", "picture_stored", "busy", "job_rejected");
    }

    private static String check(String line) {
        assertThat(line)
                .doesNotContainPattern("[A-Za-z0-9+/=]{200}")
                .doesNotContainIgnoringCase("X-Amz-")
                .doesNotContainIgnoringCase("taskToken")
                .doesNotContainIgnoringCase("receiptHandle")
                .doesNotContainIgnoringCase("eyeLeft")
                .doesNotContainIgnoringCase("landmark")
                .doesNotContain("zeppelin");
        JsonNode json = json(line);
        assertThat(json.properties()).extracting(field -> field.getKey()).isSubsetOf(FIELDS);
        assertThat(json.path("event").asText()).matches("[a-z_]+");
        assertThat(json.path("jobId").asText()).matches("[0-9a-f]{32}");
        return json.path("event").asText();
    }

    private static JsonNode one(String function, JobId job, String event) {
        List<JsonNode> lines = lines(function, job, event);
        assertThat(lines).as(function + " " + event).hasSize(1);
        return lines.get(0);
    }

    private static List<JsonNode> lines(String function, JobId job, String event) {
        return lines(function, "{ $.jobId = \"" + job + "\" && $.event = \"" + event + "\" }");
    }

    private static List<JsonNode> lines(String function, String pattern) {
        return logs
                .filterLogEvents(
                        filter -> filter.logGroupName(prefix() + function).filterPattern(pattern))
                .events()
                .stream()
                .map(event -> json(event.message()))
                .toList();
    }

    private static List<LogGroup> groups() {
        return logs.describeLogGroups(describe -> describe.logGroupNamePrefix(prefix()))
                .logGroups();
    }

    private static String prefix() {
        return pipeline.output("LogGroupPrefix");
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + line, e);
        }
    }
}
