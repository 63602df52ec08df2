package booth.aws;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.StubServer;
import booth.core.StubServer.Reply;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

class SqsChangePublisherTest {
    /** A FIFO queue takes no message without a group, nor any queue one without a body. */
    @Test
    void primingSendsWhatNoQueueTakes() {
        try (StubServer server = new StubServer(
                call -> Reply.error(400, "com.amazonaws.sqs#MissingParameter", "MessageGroupId is missing"))) {
            var publisher = new SqsChangePublisher(
                    Clients.build(
                            SqsClient.builder()
                                    .endpointOverride(server.url())
                                    .region(Region.US_WEST_2)
                                    .credentialsProvider(StaticCredentialsProvider.create(
                                            AwsBasicCredentials.create("id", "secret"))),
                            Duration.ofSeconds(10)),
                    server.url() + "/000000000000/stream.fifo");

            publisher.prime();

            assertThat(server.calls())
                    .singleElement()
                    .satisfies(call -> assertThat(call.body())
                            .contains("\"MessageBody\":\"\"")
                            .doesNotContain("MessageGroupId"));
        }
    }
}
