package booth.emulator.sns;

import booth.emulator.wire.Queues;
import booth.emulator.wire.TestClients;
import booth.emulator.wire.WireServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.Subscription;

/** SNS with a topic, before real queues and a Lambda that writes down what it is called with. */
abstract class OnSns {
    static Queues queues;

    @TempDir
    Path folder;

    final List<InvokeRequest> invocations = new CopyOnWriteArrayList<>();

    SnsService service;
    WireServer server;
    SnsClient sns;
    String topic;

    @BeforeAll
    static void startQueues() {
        queues = new Queues();
    }

    @AfterAll
    static void stopQueues() {
        queues.close();
    }

    @BeforeEach
    void start() {
        open();
        topic = sns.createTopic(create -> create.name("pictures")).topicArn();
    }

    @AfterEach
    void stop() {
        sns.close();
        server.close();
        service.close();
    }

    final void open() {
        SnsSettings settings = new SnsSettings(folder, "us-east-1", "123456789012", this::endpoint);
        service = new SnsService(settings, queues.client, new RecordingLambda(invocations));
        server = new WireServer(0, List.of(), List.of(service), List.of());
        sns = TestClients.of(SnsClient.builder(), endpoint());
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    String subscribe(String protocol, String endpoint, Map<String, String> attributes) {
        return sns.subscribe(subscribe -> subscribe
                        .topicArn(topic)
                        .protocol(protocol)
                        .endpoint(endpoint)
                        .attributes(attributes))
                .subscriptionArn();
    }

    List<Subscription> list() {
        return sns.listSubscriptionsByTopic(list -> list.topicArn(topic)).subscriptions();
    }

    static MessageAttributeValue attribute(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }

    record RecordingLambda(List<InvokeRequest> invocations) implements LambdaClient {
        @Override
        public InvokeResponse invoke(InvokeRequest request) {
            invocations.add(request);
            return InvokeResponse.builder().statusCode(202).build();
        }

        @Override
        public String serviceName() {
            return "lambda";
        }

        @Override
        public void close() {}
    }
}
