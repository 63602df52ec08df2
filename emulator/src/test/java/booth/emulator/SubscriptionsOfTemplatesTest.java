package booth.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.emulator.account.TestClients;
import booth.emulator.template.Unsupported;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.Subscription;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** {@code AWS::SNS::Subscription}: a topic's messages for a queue, and the queue's part of them. */
class SubscriptionsOfTemplatesTest {
    private static final String TEMPLATE = """
            {'Resources': {
               'Ends': {'Type': 'AWS::SNS::Topic'},
               'Mine': {'Type': 'AWS::SQS::Queue'},
               'Subscription': {'Type': 'AWS::SNS::Subscription', 'Properties': {
                 'TopicArn': {'Ref': 'Ends'}, 'Protocol': 'sqs', 'Endpoint': {'Fn::GetAtt': ['Mine', 'Arn']},
                 'RawMessageDelivery': true, 'FilterPolicy': {'sender': ['me']}}}},
             'Outputs': {'Topic': {'Value': {'Ref': 'Ends'}}, 'Queue': {'Value': {'Ref': 'Mine'}}}}
            """;

    @TempDir
    private Path folder;

    @Test
    void aQueueGetsWhatItIsSubscribedToAndNothingElse() throws Exception {
        try (EmbeddedCloud cloud = start(TEMPLATE)) {
            publish(cloud, "somebody else's", "you");
            publish(cloud, "my own", "me");
            publish(cloud, "my other", "me");

            assertThat(received(cloud, 2)).containsExactlyInAnyOrder("my own", "my other");
        }
    }

    @Test
    void aSubscriptionIsMadeOnceAndBecomesWhatTheTemplateSaysNow() throws Exception {
        start(TEMPLATE).close();

        try (EmbeddedCloud cloud = start(TEMPLATE.replace(", 'FilterPolicy': {'sender': ['me']}", ""));
                SnsClient sns = sns(cloud)) {
            List<Subscription> all = sns.listSubscriptions().subscriptions();
            assertThat(all).hasSize(1);
            assertThat(sns.getSubscriptionAttributes(
                                    get -> get.subscriptionArn(all.get(0).subscriptionArn()))
                            .attributes())
                    .containsEntry("RawMessageDelivery", "true")
                    .doesNotContainKey("FilterPolicy");
            publish(cloud, "somebody else's", "you");
            assertThat(received(cloud, 1)).containsExactly("somebody else's");
        }
    }

    @Test
    void whatATopicCannotDoIsNamedWithTheSubscription() {
        assertRefused("'me'", "{'numeric': ['>', 1]}", "FilterPolicy of Subscription (AWS::SNS::Subscription)");
        assertRefused("'sqs'", "'email'", "the protocol email is not supported here");
        assertRefused(
                "{'Type': 'AWS::SQS::Queue'}",
                "{'Type': 'AWS::SQS::Queue', 'Properties': {'FifoQueue': true}}",
                "FIFO");
    }

    private void assertRefused(String part, String instead, String named) {
        assertThatThrownBy(() -> start(TEMPLATE.replace(part, instead)))
                .isInstanceOf(Unsupported.class)
                .hasMessageContaining(named);
    }

    private EmbeddedCloud start(String template) throws Exception {
        Path file = Files.writeString(folder.resolve("Ends.template.json"), template.replace('\'', '"'));
        return EmbeddedCloud.start(
                TestSettings.of(file, folder.resolve("data"), 0, false), AddedServices.NONE, Front.NONE);
    }

    private static void publish(EmbeddedCloud cloud, String message, String sender) {
        try (SnsClient sns = sns(cloud)) {
            sns.publish(publish -> publish.topicArn(cloud.outputs().get("Topic"))
                    .message(message)
                    .messageAttributes(Map.of(
                            "sender",
                            MessageAttributeValue.builder()
                                    .dataType("String")
                                    .stringValue(sender)
                                    .build())));
        }
    }

    /** As many as there should be, and one more if there is one. */
    private static List<String> received(EmbeddedCloud cloud, int expected) {
        try (SqsClient sqs =
                TestClients.of(SqsClient.builder(), cloud.endpoint("sqs").getPort())) {
            List<String> bodies = new ArrayList<>();
            while (bodies.size() < expected)
                sqs
                        .receiveMessage(
                                receive -> receive.queueUrl(cloud.outputs().get("Queue"))
                                        .waitTimeSeconds(20)
                                        .maxNumberOfMessages(10))
                        .messages()
                        .stream()
                        .map(Message::body)
                        .forEach(bodies::add);
            return bodies;
        }
    }

    private static SnsClient sns(EmbeddedCloud cloud) {
        return TestClients.of(SnsClient.builder(), cloud.endpoint("sns").getPort());
    }
}
