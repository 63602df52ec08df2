package booth.emulator.wire;

import java.net.URI;
import java.util.List;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** Real queues for tests: ElasticMQ on a free port, and a client of it. */
public final class Queues implements AutoCloseable {
    private final SQSRestServer server;
    private final URI endpoint;
    public final SqsClient client;

    public Queues() {
        server = SQSRestServerBuilder.withInterface("127.0.0.1")
                .withPort(0)
                .withAWSRegion("us-east-1")
                .withAWSAccountId("123456789012")
                .start();
        endpoint = URI.create(
                "http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort());
        client = TestClients.of(SqsClient.builder(), endpoint);
    }

    public URI endpoint() {
        return endpoint;
    }

    /** @return the URL of a new queue */
    public String create(String name) {
        return client.createQueue(queue -> queue.queueName(name)).queueUrl();
    }

    public static String arn(String name) {
        return "arn:aws:sqs:us-east-1:123456789012:" + name;
    }

    /** What can be received now; waits a while for the first. */
    public List<Message> receive(String url) {
        return client.receiveMessage(receive -> receive.queueUrl(url)
                        .waitTimeSeconds(5)
                        .maxNumberOfMessages(10)
                        .messageAttributeNames("All")
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages();
    }

    /** Does not wait for connections that some client keeps open: the server gives them a minute. */
    @Override
    public void close() {
        client.close();
        server.stopAndGetFuture().apply();
    }
}
