package booth.cli.timeline;

import booth.core.Json;
import booth.core.StubServer;
import booth.core.StubServer.Call;
import booth.core.StubServer.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

/**
 * An execution as the embedded cloud has recorded it; the operators' page is tested with the same files.
 *
 * @param folder with {@code execution.json} and {@code history.json}, answers of Step Functions, and
 *     {@code timeline.json}, what is to be read of them
 */
record RecordedExecution(Path folder) {
    private static final Path ALL = Path.of("../../emulator/src/test/resources/histories");

    static List<RecordedExecution> all() {
        try (Stream<Path> folders = Files.list(ALL)) {
            return folders.sorted().map(RecordedExecution::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RecordedExecution named(String name) {
        return new RecordedExecution(ALL.resolve(name));
    }

    /** As the command line reads it, from the wire. */
    Timeline timeline() {
        try (StubServer server = new StubServer(this::answer);
                SfnClient states = SfnClient.builder()
                        .endpointOverride(server.url())
                        .region(Region.US_EAST_1)
                        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
                        .build()) {
            ExecutionHistories histories = new ExecutionHistories(states);
            DescribeExecutionResponse execution = histories.find("arn").orElseThrow();
            return histories.timeline(execution, List.of());
        }
    }

    private Reply answer(Call call) {
        return Reply.of(
                200,
                read(call.header("x-amz-target").endsWith("DescribeExecution") ? "execution.json" : "history.json")
                        .toString());
    }

    JsonNode expected() {
        return read("timeline.json");
    }

    private JsonNode read(String file) {
        try {
            return Json.MAPPER.readTree(Files.readAllBytes(folder.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
