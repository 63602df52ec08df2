package booth.emulator.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import booth.emulator.account.TestAccount;
import booth.emulator.account.TestClients;
import booth.emulator.wire.ServiceError;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.EmptyBatchRequestException;
import software.amazon.awssdk.services.sqs.model.InvalidAttributeNameException;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** Limits of SQS, with AWS's names. */
class SqsRulesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            CreateQueue             | {"Attributes": {"VisibilityTimeout": "43201"}}                 | InvalidAttributeValue
            CreateQueue             | {"Attributes": {"VisibilityTimeout": "soon"}}                  | InvalidAttributeValue
            SetQueueAttributes      | {"Attributes": {"DelaySeconds": "901"}}                        | InvalidAttributeValue
            SetQueueAttributes      | {"Attributes": {"DelaySeconds": "-1"}}                         | InvalidAttributeValue
            SetQueueAttributes      | {"Attributes": {"ReceiveMessageWaitTimeSeconds": "21"}}        | InvalidAttributeValue
            SetQueueAttributes      | {"Attributes": {"MessageRetentionPeriod": "59"}}               | InvalidAttributeValue
            SetQueueAttributes      | {"Attributes": {"MaximumMessageSize": "1048577"}}              | InvalidAttributeValue
            SetQueueAttributes      | {"Attributes": {"Nonsense": "1"}}                              | InvalidAttributeName
            SetQueueAttributes      | {"Attributes": {"QueueArn": "a"}}                              | InvalidAttributeName
            GetQueueAttributes      | {"AttributeNames": ["QueueArn", "Nonsense"]}                   | InvalidAttributeName
            ReceiveMessage          | {"MaxNumberOfMessages": 0}                                     | InvalidParameterValue
            ReceiveMessage          | {"MaxNumberOfMessages": 11}                                    | InvalidParameterValue
            ReceiveMessage          | {"WaitTimeSeconds": 21}                                        | InvalidParameterValue
            ReceiveMessage          | {"WaitTimeSeconds": -1}                                        | InvalidParameterValue
            ReceiveMessage          | {"VisibilityTimeout": 43201}                                   | InvalidParameterValue
            ChangeMessageVisibility | {"ReceiptHandle": "a", "VisibilityTimeout": 43201}             | InvalidParameterValue
            SendMessage             | {"MessageBody": ""}                                            | MissingParameter
            SendMessage             | {"MessageBody": "a\\u0001"}                                     | InvalidMessageContents
            SendMessage             | {"MessageBody": "a\\uFFFF"}                                     | InvalidMessageContents
            SendMessage             | {"MessageBody": "a", "DelaySeconds": 901}                      | InvalidParameterValue
            SendMessageBatch        | {"Entries": []}                                                | EmptyBatchRequest
            DeleteMessageBatch      | {}                                                             | EmptyBatchRequest
            DeleteMessageBatch      | {"Entries": [{"Id": "a"}, {"Id": "a"}]}                        | BatchEntryIdsNotDistinct
            SendMessageBatch        | {"Entries": [{"Id": "a b"}]}                                   | InvalidBatchEntryId
            SendMessageBatch        | {"Entries": [1,2,3,4,5,6,7,8,9,10,11]}                         | TooManyEntriesInBatchRequest
            """)
    void whatAwsDoesNotTakeIsRefusedByItsName(String operation, String input, String code) throws Exception {
        assertThat(refused(operation, input)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            CreateQueue        | {}
            CreateQueue        | {"Attributes": {"VisibilityTimeout": "43200", "DelaySeconds": "0", "FifoQueue": "true"}}
            GetQueueAttributes | {"AttributeNames": ["All"]}
            ReceiveMessage     | {"MaxNumberOfMessages": 10, "WaitTimeSeconds": 20, "VisibilityTimeout": 0}
            ReceiveMessage     | {"VisibilityTimeout": null}
            SendMessage        | {"MessageBody": "\\t\\uD83D\\uDE00", "DelaySeconds": 900}
            DeleteMessageBatch | {"Entries": [{"Id": "a"}, {"Id": "b"}]}
            ListQueues         | {}
            """)
    void whatAwsTakesIsTaken(String operation, String input) {
        assertThatCode(() -> SqsRules.check(operation, new JsonMapper().readTree(input)))
                .doesNotThrowAnyException();
    }

    @Test
    void aMessageHasAMebibyteAndABatchNoMore() throws Exception {
        String full = "a".repeat(1 << 20);
        assertThatCode(() -> SqsRules.check(
                        "SendMessage", new JsonMapper().createObjectNode().put("MessageBody", full)))
                .doesNotThrowAnyException();
        assertThat(refused("SendMessage", "{\"MessageBody\": \"" + full + "a\"}"))
                .isEqualTo("InvalidParameterValue");
        String half = "a".repeat((1 << 19) + 1);
        assertThat(refused(
                        "SendMessageBatch",
                        "{\"Entries\": [{\"Id\": \"1\", \"MessageBody\": \"" + half
                                + "\"}, {\"Id\": \"2\", \"MessageBody\": \"" + half + "\"}]}"))
                .isEqualTo("BatchRequestTooLong");
    }

    @Test
    void programsHearTheNamesTheyKnow(@TempDir Path folder) {
        try (SqsServer server = new SqsServer(folder, 0, TestAccount.LOCAL);
                SqsClient sqs = TestClients.of(SqsClient.builder(), server.port())) {
            String queue = sqs.createQueue(create -> create.queueName("queue")).queueUrl();

            ReceiveMessageResponse nothing = sqs.receiveMessage(receive -> receive.queueUrl(queue));
            assertThat(nothing.hasMessages()).isFalse();
            assertThat(catchThrowableOfType(
                                    EmptyBatchRequestException.class,
                                    () -> sqs.sendMessageBatch(send -> send.queueUrl(queue)))
                            .awsErrorDetails()
                            .errorCode())
                    .isEqualTo("AWS.SimpleQueueService.EmptyBatchRequest");
            assertThat(catchThrowableOfType(
                            InvalidAttributeNameException.class,
                            () -> sqs.getQueueAttributes(
                                    get -> get.queueUrl(queue).attributeNamesWithStrings("Nonsense"))))
                    .hasMessageContaining("Unknown Attribute Nonsense.");
            SqsException tooMany = catchThrowableOfType(
                    SqsException.class,
                    () -> sqs.receiveMessage(receive -> receive.queueUrl(queue).maxNumberOfMessages(11)));
            assertThat(tooMany.awsErrorDetails().errorCode()).isEqualTo("InvalidParameterValue");
            assertThat(tooMany.statusCode()).isEqualTo(400);
        }
    }

    private static String refused(String operation, String input) throws Exception {
        var json = new JsonMapper().readTree(input);
        ServiceError refused = catchThrowableOfType(ServiceError.class, () -> SqsRules.check(operation, json));
        assertThat(refused).as(input.substring(0, Math.min(80, input.length()))).isNotNull();
        return refused.code();
    }
}
