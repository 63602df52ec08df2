package booth.emulator.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import booth.emulator.wire.Json;
import booth.emulator.wire.Queues;
import booth.emulator.wire.TestClients;
import booth.emulator.wire.WireServer;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.Javalin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.Subscription;
import software.amazon.awssdk.services.sns.model.Topic;
import software.amazon.awssdk.services.sqs.model.Message;

class SnsServiceTest {
    private static Queues queues;

    @TempDir
    private Path folder;

    private final List<InvokeRequest> invocations = new CopyOnWriteArrayList<>();
    private SnsService service;
    private WireServer server;
    private SnsClient sns;
    private String topic;

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

    private void open() {
        SnsSettings settings = new SnsSettings(folder, "us-east-1", "123456789012", this::endpoint);
        service = new SnsService(settings, queues.client, new RecordingLambda(invocations));
        server = new WireServer(0, List.of(), List.of(service), List.of());
        sns = TestClients.of(SnsClient.builder(), endpoint());
    }

    private URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    @Test
    void aDamagedTopicsFileIsSetAsideAndTopicsCanBeMadeAnew() throws IOException {
        stop();
        Files.writeString(folder.resolve("topics.json"), "{\"topics\": [{\"arn\"");

        open();

        assertThat(sns.listTopics().topics()).isEmpty();
        assertThat(sns.createTopic(create -> create.name("pictures")).topicArn())
                .isEqualTo(topic);
        assertThat(folder.resolve("topics.json.damaged")).hasContent("{\"topics\": [{\"arn\"");
    }

    @Test
    void topicsAreCreatedOnceListedAndOutliveTheProcess() {
        assertThat(topic).isEqualTo("arn:aws:sns:us-east-1:123456789012:pictures");
        assertThat(sns.createTopic(create -> create.name("pictures")).topicArn())
                .isEqualTo(topic);
        sns.setTopicAttributes(
                set -> set.topicArn(topic).attributeName("DisplayName").attributeValue("A & <B>"));
        stop();
        open();

        assertThat(sns.listTopics().topics()).extracting(Topic::topicArn).containsExactly(topic);
        assertThat(sns.getTopicAttributes(get -> get.topicArn(topic)).attributes())
                .containsEntry("DisplayName", "A & <B>")
                .containsEntry("Owner", "123456789012")
                .containsEntry("SubscriptionsConfirmed", "0");
    }

    @Test
    void aQueueGetsTheMessageInItsEnvelope() throws IOException {
        String queue = queues.create("enveloped");
        subscribe("sqs", Queues.arn("enveloped"), Map.of());

        String id = sns.publish(publish -> publish.topicArn(topic)
                        .subject("Done")
                        .message("{\"jobId\":\"a\"}")
                        .messageAttributes(Map.of("status", attribute("succeeded"))))
                .messageId();

        JsonNode envelope = Json.MAPPER.readTree(queues.receive(queue).get(0).body());
        assertThat(envelope.path("Type").textValue()).isEqualTo("Notification");
        assertThat(envelope.path("MessageId").textValue()).isEqualTo(id);
        assertThat(envelope.path("TopicArn").textValue()).isEqualTo(topic);
        assertThat(envelope.path("Subject").textValue()).isEqualTo("Done");
        assertThat(envelope.path("Message").textValue()).isEqualTo("{\"jobId\":\"a\"}");
        assertThat(envelope.at("/MessageAttributes/status/Value").textValue()).isEqualTo("succeeded");
    }

    @Test
    void rawDeliveryGivesAQueueTheMessageItself() {
        String queue = queues.create("raw");
        subscribe("sqs", Queues.arn("raw"), Map.of("RawMessageDelivery", "true"));

        sns.publish(publish ->
                publish.topicArn(topic).message("plain").messageAttributes(Map.of("status", attribute("partial"))));

        Message message = queues.receive(queue).get(0);
        assertThat(message.body()).isEqualTo("plain");
        assertThat(message.messageAttributes().values())
                .extracting(value -> value.stringValue())
                .containsExactly("partial");
    }

    @Test
    void aFunctionGetsAnEvent() throws IOException {
        String function = "arn:aws:lambda:us-east-1:123456789012:function:listener";
        subscribe("lambda", function, Map.of());

        sns.publish(publish -> publish.topicArn(topic).message("hello"));

        await().until(() -> invocations.size() == 1);
        JsonNode record =
                Json.MAPPER.readTree(invocations.get(0).payload().asByteArray()).at("/Records/0");
        assertThat(invocations.get(0).functionName()).isEqualTo(function);
        assertThat(invocations.get(0).invocationTypeAsString()).isEqualTo("Event");
        assertThat(record.path("EventSource").textValue()).isEqualTo("aws:sns");
        assertThat(record.at("/Sns/Message").textValue()).isEqualTo("hello");
        assertThat(record.at("/Sns/TopicArn").textValue()).isEqualTo(topic);
    }

    @Test
    void aWebHookGetsMessagesOnceItHasConfirmed() {
        try (WebHook hook = new WebHook()) {
            subscribe("http", hook.url(), Map.of());
            await().until(() -> hook.bodies.size() == 1);
            sns.publish(publish -> publish.topicArn(topic).message("too early"));
            assertThat(list().get(0).subscriptionArn()).isEqualTo("PendingConfirmation");

            visit(hook.bodies.get(0).path("SubscribeURL").textValue());
            sns.publish(publish -> publish.topicArn(topic).message("in time"));

            await().until(() -> hook.bodies.size() == 2);
            assertThat(hook.bodies.get(1).path("Message").textValue()).isEqualTo("in time");
            assertThat(list().get(0).subscriptionArn()).startsWith(topic + ":");
        }
    }

    @Test
    void aWebHookThatStumblesIsTriedAgain() {
        try (WebHook hook = new WebHook()) {
            hook.refusals = 1;
            subscribe("http", hook.url(), Map.of());

            await().until(() -> hook.bodies.size() == 1);
            assertThat(hook.bodies.get(0).path("Type").textValue()).isEqualTo("SubscriptionConfirmation");
        }
    }

    @Test
    void whatCouldNotBeDeliveredYetIsAfterTheNextStart() {
        try (WebHook hook = new WebHook()) {
            hook.refusals = 1;
            subscribe("http", hook.url(), Map.of());
            await().until(() -> hook.refusals == 0);
            stop();
            open();

            service.resume();

            await().until(() -> hook.bodies.size() == 1);
            assertThat(hook.bodies.get(0).path("Type").textValue()).isEqualTo("SubscriptionConfirmation");
        }
    }

    @Test
    void aMessageIsTheSameAfterTheNextStart() throws IOException {
        subscribe("sqs", Queues.arn("not-yet"), Map.of());
        sns.publish(publish -> publish.topicArn(topic)
                .subject("Done")
                .message("hello")
                .messageAttributes(Map.of("status", attribute("succeeded"))));
        stop();
        open();
        String queue = queues.create("not-yet");

        service.resume();

        JsonNode envelope = Json.MAPPER.readTree(queues.receive(queue).get(0).body());
        assertThat(envelope.path("Message").textValue()).isEqualTo("hello");
        assertThat(envelope.path("Subject").textValue()).isEqualTo("Done");
        assertThat(envelope.at("/MessageAttributes/status/Value").textValue()).isEqualTo("succeeded");
    }

    @Test
    void eachProtocolReadsItsOwnText() throws IOException {
        String queue = queues.create("own-text");
        subscribe("sqs", Queues.arn("own-text"), Map.of());

        sns.publish(publish -> publish.topicArn(topic)
                .messageStructure("json")
                .message("{\"default\":\"for all\",\"sqs\":\"for queues\"}"));

        JsonNode envelope = Json.MAPPER.readTree(queues.receive(queue).get(0).body());
        assertThat(envelope.path("Message").textValue()).isEqualTo("for queues");
    }

    @Test
    void whoUnsubscribesIsForgotten() {
        queues.create("gone");
        String arn = subscribe("sqs", Queues.arn("gone"), Map.of());
        assertThat(subscribe("sqs", Queues.arn("gone"), Map.of())).isEqualTo(arn);
        assertThat(list()).hasSize(1);
        assertThat(sns.getSubscriptionAttributes(get -> get.subscriptionArn(arn))
                        .attributes())
                .containsEntry("RawMessageDelivery", "false");

        sns.unsubscribe(unsubscribe -> unsubscribe.subscriptionArn(arn));

        assertThat(list()).isEmpty();
        assertThat(sns.listSubscriptions().subscriptions()).isEmpty();
    }

    @Test
    void refusalsAreWordedAsByAws() {
        assertThatThrownBy(() ->
                        sns.publish(publish -> publish.topicArn(topic + "x").message("a")))
                .isInstanceOfSatisfying(
                        NotFoundException.class,
                        missing -> assertThat(missing.awsErrorDetails().errorMessage())
                                .isEqualTo("Topic does not exist"));
        assertThatThrownBy(
                        () -> sns.publish(publish -> publish.topicArn("nowhere").message("a")))
                .hasMessageContaining(
                        "Invalid parameter: TopicArn Reason: An ARN must have at least 6 elements, not 1");
        assertThatThrownBy(() -> sns.publish(publish -> publish.topicArn(topic).message("")))
                .hasMessageContaining("Invalid parameter: Empty message");
        assertThatThrownBy(() -> sns.publish(
                        publish -> publish.topicArn(topic).message("{}").messageStructure("json")))
                .hasMessageContaining("Invalid parameter: Message Structure - No default entry in JSON message body");
        assertThatThrownBy(() -> sns.subscribe(
                        subscribe -> subscribe.topicArn(topic).protocol("sqs").endpoint("nowhere")))
                .hasMessageContaining("Invalid parameter: SQS endpoint ARN");
        assertThatThrownBy(() -> sns.subscribe(subscribe -> subscribe
                        .topicArn(topic)
                        .protocol("sqs")
                        .endpoint(Queues.arn("q"))
                        .attributes(Map.of("RawMessageDelivery", "perhaps"))))
                .hasMessageContaining("Invalid parameter: Attributes Reason: RawMessageDelivery: Invalid value"
                        + " [perhaps]. Must be true or false.");
    }

    @Test
    void whatIsNotSupportedIsRefusedByName() {
        assertThatThrownBy(() -> subscribe("email", "someone@example.com", Map.of()))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("the protocol email is not supported here");
        assertThatThrownBy(() -> subscribe("sqs", Queues.arn("q"), Map.of("RedrivePolicy", "{}")))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("the attribute RedrivePolicy is not supported here");
        assertThatThrownBy(() -> subscribe("sqs", Queues.arn("q.fifo"), Map.of()))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("FIFO SQS Queues can not be subscribed to standard SNS topics");
        assertThatThrownBy(() -> sns.createTopic(create -> create.name("line.fifo")))
                .hasMessageContaining("FIFO topics are not supported here");
        assertThatThrownBy(() ->
                        sns.publish(publish -> publish.topicArn(topic + "x").message("a")))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> sns.listPhoneNumbersOptedOut()).hasMessageContaining("ListPhoneNumbersOptedOut");
    }

    private String subscribe(String protocol, String endpoint, Map<String, String> attributes) {
        return sns.subscribe(subscribe -> subscribe
                        .topicArn(topic)
                        .protocol(protocol)
                        .endpoint(endpoint)
                        .attributes(attributes))
                .subscriptionArn();
    }

    private List<Subscription> list() {
        return sns.listSubscriptionsByTopic(list -> list.topicArn(topic)).subscriptions();
    }

    private static MessageAttributeValue attribute(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }

    private static void visit(String url) {
        try {
            HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private record RecordingLambda(List<InvokeRequest> invocations) implements LambdaClient {
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

    private static final class WebHook implements AutoCloseable {
        final List<JsonNode> bodies = new CopyOnWriteArrayList<>();
        volatile int refusals;
        private final Javalin server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.post("/hook", request -> {
                        if (refusals-- > 0) request.status(503);
                        else bodies.add(Json.MAPPER.readTree(request.body()));
                    });
                })
                .start("127.0.0.1", 0);

        String url() {
            return "http://127.0.0.1:" + server.port() + "/hook";
        }

        @Override
        public void close() {
            server.stop();
        }
    }
}
