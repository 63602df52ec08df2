package booth.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.emulator.account.TestClients;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

class EmbeddedCloudTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    private Path template = Path.of("");

    @BeforeEach
    void copyTemplate() throws Exception {
        try (var small = EmbeddedCloudTest.class.getResourceAsStream("Small.template.json")) {
            assertThat(small).isNotNull();
            template = folder.resolve("Small.template.json");
            Files.write(template, small.readAllBytes());
        }
    }

    @Test
    void anUploadRunsThroughQueueFunctionAndStateMachine() throws Exception {
        try (EmbeddedCloud cloud = start(0, false);
                S3Client s3 = s3(cloud)) {
            upload(cloud, s3, "photo/good");
            upload(cloud, s3, "photo/bad");
            upload(cloud, s3, "other/ignored");

            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(keys(cloud, s3))
                            .containsExactly("ended/bad/FAILED", "photo/good.png", "seen/photo/good.png"));
        }
    }

    @Test
    void functionsHaveTheEnvironmentTheTemplateComputes() throws Exception {
        try (EmbeddedCloud cloud = start(0, false);
                LambdaClient lambda = TestClients.of(
                        LambdaClient.builder(), cloud.endpoint("lambda").getPort())) {
            assertThat(cloud.outputs())
                    .containsEntry("UploadsBucket", "small-uploads-000000000000")
                    .containsEntry("JobsBucket", "small-jobs")
                    .containsEntry(
                            "StateMachineArn", "arn:aws:states:us-east-1:000000000000:stateMachine:Small-Machine")
                    .containsEntry("TopicArn", "arn:aws:sns:us-east-1:000000000000:Small-Topic")
                    .containsEntry("IntakeQueueUrl", cloud.endpoint("sqs") + "/000000000000/Small-Intake");
            assertThat(lambda.getFunctionConfiguration(get -> get.functionName("Small-IntakeFunction"))
                            .environment()
                            .variables())
                    .containsEntry("STATE_MACHINE_ARN", cloud.outputs().get("StateMachineArn"));
            EventSourceMappingConfiguration source =
                    lambda.listEventSourceMappings().eventSourceMappings().get(0);
            assertThat(source.eventSourceArn()).endsWith(":Small-Intake");
            assertThat(source.functionArn()).endsWith(":function:Small-IntakeFunction");
            assertThat(source.scalingConfig().maximumConcurrency()).isEqualTo(2);
        }
    }

    @Test
    void outputsAreWrittenForOtherPrograms() throws Exception {
        try (EmbeddedCloud cloud = start(0, false)) {
            JsonNode outputs = JSON.readTree(Files.readAllBytes(folder.resolve("data/outputs.json")));
            assertThat(outputs.path("Small").path("JobsBucket").asText()).isEqualTo("small-jobs");
            assertThat(URI.create(outputs.path("Endpoints").path("s3").asText()))
                    .isEqualTo(cloud.endpoint("s3"));
            assertThat(URI.create(outputs.path("Endpoints").path("gateway").asText()))
                    .isEqualTo(cloud.endpoint("sfn"));
        }
    }

    @Test
    void objectsOutliveTheCloudUnlessItStartsFresh() throws Exception {
        try (EmbeddedCloud cloud = start(0, false);
                S3Client s3 = s3(cloud)) {
            upload(cloud, s3, "other/kept");
        }
        try (EmbeddedCloud cloud = start(0, false);
                S3Client s3 = s3(cloud)) {
            assertThat(s3.listObjectsV2(list -> list.bucket(cloud.outputs().get("UploadsBucket")))
                            .contents())
                    .hasSize(1);
        }
        try (EmbeddedCloud cloud = start(0, true);
                S3Client s3 = s3(cloud)) {
            assertThat(s3.listObjectsV2(list -> list.bucket(cloud.outputs().get("UploadsBucket")))
                            .contents())
                    .isEmpty();
        }
    }

    @Test
    void startingFreshDeletesNothingThatIsNotACloudsOwn() throws Exception {
        Path letter = Files.writeString(
                Files.createDirectories(folder.resolve("data/letters")).resolve("a.txt"), "mine");

        start(0, true).close();

        assertThat(letter).hasContent("mine");
    }

    @Test
    void aDataFolderBelongsToOneCloud() {
        try (EmbeddedCloud cloud = start(0, false)) {
            assertThat(cloud.steps()).containsKeys("servers", "template");
            assertThatThrownBy(() -> start(0, false))
                    .hasMessageContaining("data folder")
                    .hasMessageContaining(folder.resolve("data").toString());
        }
    }

    @Test
    void aDataFolderThatCannotBeUsedIsNamedWithItsUser() throws Exception {
        Files.writeString(folder.resolve("data"), "a file is in the way");

        assertThatThrownBy(() -> start(0, false))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(folder.resolve("data").toString())
                .hasMessageContaining("cannot be written to by user " + System.getProperty("user.name"))
                .hasMessageContaining("choose another data folder");
    }

    @Test
    void aTakenPortIsNamedAndNothingStaysOpen() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            int port = taken.getLocalPort() - 1; // the one of S3
            assertThatThrownBy(() -> start(port, false))
                    .hasMessageContaining(String.valueOf(taken.getLocalPort()))
                    .hasMessageContaining("taken");
        }
        start(0, false).close(); // the data folder is free again
    }

    @Test
    void whatTheTemplateAsksInVainIsNamed() throws Exception {
        String json = Files.readString(template);
        Map<String, List<String>> mistakes = Map.of(
                json.replace("\"AllowMethods\"", "\"AllowManners\""),
                        List.of("Api", "AWS::ApiGatewayV2::Api", "CorsConfiguration.AllowManners"),
                json.replace("\"2.0\"", "\"1.0\""), List.of("Behind", "PayloadFormatVersion", "2.0"),
                json.replace("GET /hello", "GRAB /hello"), List.of("Hello", "RouteKey", "GRAB"),
                json.replace("$default", "prod"), List.of("Stage", "StageName", "prod"),
                json.replace("AWS::SNS::Topic", "AWS::DynamoDB::Table"), List.of("Topic", "AWS::DynamoDB::Table"),
                json.replace("\"VisibilityTimeout\"", "\"Invisibility\""),
                        List.of("Intake", "AWS::SQS::Queue", "Invisibility"),
                json.replace("\"MaximumConcurrency\"", "\"MinimumConcurrency\""),
                        List.of("Mapping", "ScalingConfig.MinimumConcurrency"),
                json.replace("SmallHandlers$Stamp", "SmallHandlers$Stump"),
                        List.of("StampFunction", "SmallHandlers$Stump"),
                json.replace("${Jobs}", "${Job}"), List.of("Job"));
        for (var mistake : mistakes.entrySet()) {
            Files.writeString(template, mistake.getKey());
            assertThatThrownBy(() -> start(0, false))
                    .satisfies(e -> assertThat(e.getMessage()).contains(mistake.getValue()));
        }
    }

    private EmbeddedCloud start(int port, boolean fresh) {
        return EmbeddedCloud.start(
                TestSettings.of(template, folder.resolve("data"), port, fresh), AddedServices.NONE, Front.NONE);
    }

    private static S3Client s3(EmbeddedCloud cloud) {
        return TestClients.of(S3Client.builder(), cloud.endpoint("s3").getPort());
    }

    private static void upload(EmbeddedCloud cloud, S3Client s3, String key) {
        String bucket = cloud.outputs().get("UploadsBucket");
        s3.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromString("photo"));
    }

    private static List<String> keys(EmbeddedCloud cloud, S3Client s3) {
        return s3.listObjectsV2(list -> list.bucket(cloud.outputs().get("JobsBucket"))).contents().stream()
                .map(S3Object::key)
                .toList();
    }
}
