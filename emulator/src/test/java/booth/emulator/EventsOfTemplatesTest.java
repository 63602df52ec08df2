package booth.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import booth.emulator.account.TestClients;
import booth.emulator.template.Unsupported;
import booth.emulator.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** What buckets and the clock tell queues and functions, as the template says. */
class EventsOfTemplatesTest {
    private static final String TEMPLATE = """
            {'Resources': {
               'Heard': {'Type': 'AWS::SQS::Queue'},
               'Beds': {'Type': 'AWS::S3::Bucket', 'Properties': {
                 'BucketName': 'beds',
                 'NotificationConfiguration': {'QueueConfigurations': [
                   {'Event': 's3:ObjectCreated:Copy', 'Queue': {'Fn::GetAtt': ['Heard', 'Arn']}},
                   {'Event': 's3:ObjectRemoved:*', 'Queue': {'Fn::GetAtt': ['Heard', 'Arn']},
                    'Filter': {'S3Key': {'Rules': [{'Name': 'prefix', 'Value': 'moved/'},
                                                   {'Name': 'suffix', 'Value': '.png'}]}}}],
                  'LambdaConfigurations': [
                   {'Event': 's3:ObjectCreated:Put', 'Function': {'Fn::GetAtt': ['Landed', 'Arn']},
                    'Filter': {'S3Key': {'Rules': [{'Name': 'prefix', 'Value': 'new/'}]}}}]}}},
               'Landed': {'Type': 'AWS::Lambda::Function', 'Properties': {
                 'Handler': 'booth.emulator.SmallHandlers$Landed', 'Runtime': 'java25', 'Timeout': 20,
                 'Environment': {'Variables': {'JOBS_BUCKET': 'beds'}}}},
               'Water': {'Type': 'AWS::Events::Rule', 'Properties': {
                 'ScheduleExpression': 'rate(15 minutes)', 'Targets': [
                   {'Id': 'Target0', 'Arn': {'Fn::GetAtt': ['Heard', 'Arn']}}]}},
               'Harvest': {'Type': 'AWS::Events::Rule', 'Properties': {
                 'ScheduleExpression': 'cron(0 4 * * ? *)', 'Targets': [
                   {'Id': 'Target0', 'Arn': {'Fn::GetAtt': ['Heard', 'Arn']}, 'Input': '[1]'}]}}},
             'Outputs': {'Queue': {'Value': {'Ref': 'Heard'}}}}
            """;

    @TempDir
    private Path folder;

    /** {@code aws s3 mv} within a bucket, then {@code aws s3 rm --recursive} as one request. */
    @Test
    void aQueueHearsOfCopiesAndRemovalsItsRulesNameAndOfNothingElse() throws Exception {
        try (EmbeddedCloud cloud = start(TEMPLATE);
                S3Client s3 =
                        TestClients.of(S3Client.builder(), cloud.endpoint("s3").getPort())) {
            for (String name : Set.of("a.png", "b.png", "c.txt")) {
                s3.putObject(put -> put.bucket("beds").key("old/" + name), RequestBody.fromString(name));
                s3.copyObject(copy -> copy.sourceBucket("beds")
                        .sourceKey("old/" + name)
                        .destinationBucket("beds")
                        .destinationKey("moved/" + name));
                s3.deleteObject(delete -> delete.bucket("beds").key("old/" + name));
            }
            s3.deleteObjects(delete -> delete.bucket("beds")
                    .delete(keys -> keys.objects(
                            key("moved/a.png"), key("moved/b.png"), key("moved/c.txt"), key("moved/none.png"))));

            assertThat(heard(cloud, 5))
                    .containsExactlyInAnyOrder(
                            "ObjectCreated:Copy moved/a.png",
                            "ObjectCreated:Copy moved/b.png",
                            "ObjectCreated:Copy moved/c.txt",
                            "ObjectRemoved:Delete moved/a.png",
                            "ObjectRemoved:Delete moved/b.png");
        }
    }

    @Test
    void aFunctionHearsOfWhatIsPut() throws Exception {
        try (EmbeddedCloud cloud = start(TEMPLATE);
                S3Client s3 =
                        TestClients.of(S3Client.builder(), cloud.endpoint("s3").getPort())) {
            s3.putObject(put -> put.bucket("beds").key("new/a.png"), RequestBody.fromString("a"));

            await().until(() -> s3.listObjectsV2(list -> list.bucket("beds").prefix("seen/new/a.png"))
                            .keyCount()
                    == 1);
        }
    }

    @Test
    void rulesWithAScheduleCallTheirTargets() throws Exception {
        try (EmbeddedCloud cloud = start(TEMPLATE)) {
            cloud.callScheduled("Events-Water");
            cloud.callScheduled("Events-Harvest");

            assertThat(heard(cloud, 2)).containsExactlyInAnyOrder("Scheduled Event", "[1]");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            s3:ObjectCreated:Copy      | s3:ObjectAcl:Put          | s3:ObjectAcl:Put does not happen here
            'Type': 'AWS::SQS::Queue'} | 'Type': 'AWS::SQS::Queue', 'Properties': {'FifoQueue': true}} | FIFO
            s3:ObjectCreated:Put       | s3:ObjectCreated:*        | no two rules for the same event
            rate(15 minutes)           | every 15 minutes          | ScheduleExpression of Water
            cron(0 4 * * ? *)          | cron(0 4 * * * *)         | ScheduleExpression of Harvest
            """)
    void whatAwsWouldNotTakeIsNamed(String part, String instead, String named) {
        assertThatThrownBy(() -> start(TEMPLATE.replace(part, instead)))
                .isInstanceOf(Unsupported.class)
                .hasMessageContaining(named);
    }

    private EmbeddedCloud start(String template) throws IOException {
        Path file = Files.writeString(folder.resolve("Events.template.json"), template.replace('\'', '"'));
        return EmbeddedCloud.start(
                TestSettings.of(file, folder.resolve("data"), 0, false), AddedServices.NONE, Front.NONE);
    }

    /** As many as there should be, and more if more are there. */
    private static Set<String> heard(EmbeddedCloud cloud, int expected) throws IOException {
        Set<String> heard = new TreeSet<>();
        try (SqsClient sqs =
                TestClients.of(SqsClient.builder(), cloud.endpoint("sqs").getPort())) {
            while (heard.size() < expected)
                for (Message message : sqs.receiveMessage(
                                receive -> receive.queueUrl(cloud.outputs().get("Queue"))
                                        .waitTimeSeconds(20)
                                        .maxNumberOfMessages(10))
                        .messages()) heard.add(told(Json.MAPPER.readTree(message.body())));
        }
        return heard;
    }

    private static String told(JsonNode message) {
        if (message.isArray()) return message.toString();
        if (message.has("detail-type")) return message.path("detail-type").asText();
        JsonNode record = message.at("/Records/0");
        return record.path("eventName").asText() + " "
                + record.at("/s3/object/key").asText();
    }

    private static ObjectIdentifier key(String key) {
        return ObjectIdentifier.builder().key(key).build();
    }
}
