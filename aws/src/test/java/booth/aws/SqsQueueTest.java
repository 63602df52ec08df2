package booth.aws;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Json;
import booth.core.StubServer;
import booth.core.StubServer.Call;
import booth.core.StubServer.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What SQS is told over the wire. */
class SqsQueueTest {
    private Reply reply = Reply.of(200, "{}");
    private final StubServer server = new StubServer(call -> reply);
    private final SqsQueue queue = new SqsQueue(
            Clients.build(
                    SqsClient.builder()
                            .endpointOverride(server.url())
                            .region(Region.US_WEST_2)
                            .credentialsProvider(
                                    StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret"))),
                    Duration.ofSeconds(10)),
            server.url() + "/000000000000/generation");

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void primingIsAboutNoMessage() {
        reply = Reply.error(400, "com.amazonaws.sqs#ReceiptHandleIsInvalid", "never");

        queue.prime();

        assertThat(server.calls())
                .singleElement()
                .satisfies(call -> assertThat(call.body()).contains("\"ReceiptHandle\":\"never\""));
    }

    @Test
    void aMessageIsDeliveredAgainWhenItsVisibilityTimeoutIsOver() throws Exception {
        assertThat(queue.delayRetry("receipt", Duration.ofSeconds(40))).isTrue();

        Call call = server.calls().get(0);
        assertThat(call.header("X-Amz-Target")).isEqualTo("AmazonSQS.ChangeMessageVisibility");
        JsonNode told = Json.MAPPER.readTree(call.body());
        assertThat(told.path("ReceiptHandle").textValue()).isEqualTo("receipt");
        assertThat(told.path("VisibilityTimeout").intValue()).isEqualTo(40);
        assertThat(told.path("QueueUrl").textValue()).endsWith("/generation");
    }

    @Test
    void aMessageThatTheQueueNoLongerLendsWaitsItsUsualTime() {
        reply = Reply.error(400, "com.amazonaws.sqs#MessageNotInflight", "Too late");

        assertThat(queue.delayRetry("receipt", Duration.ofSeconds(40))).isFalse();
    }
}
