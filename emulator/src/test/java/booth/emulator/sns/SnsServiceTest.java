package booth.emulator.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.emulator.wire.Queues;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.Topic;

class SnsServiceTest extends OnSns {
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
}
