package booth.emulator.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import booth.emulator.wire.Json;
import booth.emulator.wire.Queues;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

/** What queues and functions get of a message. */
class DeliveriesTest extends OnSns {
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
    void aSubscriptionGetsWhatItsPolicyTakesWhateverItIsByNow() {
        String queue = queues.create("chosen");
        String arn = subscribe(
                "sqs",
                Queues.arn("chosen"),
                Map.of("RawMessageDelivery", "true", "FilterPolicy", "{\"status\":[\"failed\"]}"));

        publish("lost", "succeeded");
        publish("first", "failed");
        assertThat(queues.receive(queue)).extracting(Message::body).containsExactly("first");

        sns.setSubscriptionAttributes(
                set -> set.subscriptionArn(arn).attributeName("FilterPolicy").attributeValue("{}"));
        publish("second", "succeeded");
        assertThat(queues.receive(queue)).extracting(Message::body).containsExactly("second");
    }

    private void publish(String message, String status) {
        sns.publish(publish ->
                publish.topicArn(topic).message(message).messageAttributes(Map.of("status", attribute(status))));
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
}
