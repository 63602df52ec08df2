package booth.emulator.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.emulator.StuckClients;
import booth.emulator.account.TestAccount;
import booth.emulator.account.TestClients;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class SqsServerTest {
    private final Path folder;
    private SqsServer server;
    private SqsClient sqs;

    SqsServerTest(@TempDir Path folder) {
        this.folder = folder;
        server = new SqsServer(folder, 0, TestAccount.LOCAL);
        sqs = TestClients.of(SqsClient.builder(), server.port());
    }

    @AfterEach
    void stop() {
        sqs.close();
        server.close();
    }

    @Test
    void queuesAreNamedByTheAccountAndItsRegion() {
        String url = sqs.createQueue(create -> create.queueName("intake")).queueUrl();

        assertThat(url).isEqualTo("http://127.0.0.1:" + server.port() + "/000000000000/intake");
        assertThat(sqs.getQueueAttributes(get -> get.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                        .attributes())
                .containsEntry(QueueAttributeName.QUEUE_ARN, "arn:aws:sqs:us-east-1:000000000000:intake");
    }

    @Test
    void whoStopsInTheMiddleOfAMessageKeepsNobodyFromTheirs() throws Exception {
        String url = sqs.createQueue(create -> create.queueName("orders")).queueUrl();
        try (StuckClients stuck = new StuckClients(400, server.port(), "POST /")) {
            sqs.sendMessage(send -> send.queueUrl(url).messageBody("hello"));
            assertThat(sqs.receiveMessage(receive -> receive.queueUrl(url).waitTimeSeconds(10))
                            .messages())
                    .extracting(Message::body)
                    .containsExactly("hello");

            stuck.finishOne();
            assertThat(stuck.heard("MissingAuthenticationToken")).contains("403");
        }
    }

    @Test
    void whatIsReceivedTooOftenGoesToTheDeadLetters() {
        String dead = sqs.createQueue(create -> create.queueName("dead")).queueUrl();
        String queue = sqs.createQueue(
                        create -> create.queueName("queue")
                                .attributes(
                                        Map.of(
                                                QueueAttributeName.VISIBILITY_TIMEOUT,
                                                "0",
                                                QueueAttributeName.REDRIVE_POLICY,
                                                "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:000000000000:dead\",\"maxReceiveCount\":2}")))
                .queueUrl();
        sqs.sendMessage(send -> send.queueUrl(queue).messageBody("poison").messageGroupId("booth-1"));

        Awaitility.await().until(() -> {
            sqs.receiveMessage(receive -> receive.queueUrl(queue));
            return sqs.receiveMessage(receive -> receive.queueUrl(dead)).messages().stream()
                    .map(Message::body)
                    .anyMatch("poison"::equals);
        });
    }

    @Test
    void theMessageGroupOfAStandardQueueArrives() {
        String queue = sqs.createQueue(create -> create.queueName("queue")).queueUrl();
        sqs.sendMessage(send -> send.queueUrl(queue).messageBody("hello").messageGroupId("booth-1"));

        Message message = sqs.receiveMessage(receive -> receive.queueUrl(queue)
                        .waitTimeSeconds(5)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages()
                .get(0);
        assertThat(message.attributes())
                .containsEntry(MessageSystemAttributeName.MESSAGE_GROUP_ID, "booth-1")
                .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1");
    }

    @Test
    void aGroupWithFewMessagesIsNotKeptWaitingByACrowd() {
        String queue = sqs.createQueue(create -> create.queueName("queue")).queueUrl();
        for (int i = 1; i <= 20; i++) send(queue, "crowd", "crowd " + i);
        for (int i = 1; i <= 3; i++) assertThat(next(queue)).isEqualTo("crowd " + i);

        for (int i = 1; i <= 3; i++) send(queue, "guest", "guest " + i);

        for (int i = 1; i <= 3; i++) assertThat(next(queue)).isEqualTo("guest " + i);
        for (int i = 4; i <= 20; i++) assertThat(next(queue)).isEqualTo("crowd " + i);
    }

    @Test
    void aGroupsMessageWaitsAsLongAsItsQueueDelaysIt() {
        String queue = sqs.createQueue(
                        create -> create.queueName("slow").attributes(Map.of(QueueAttributeName.DELAY_SECONDS, "900")))
                .queueUrl();
        send(queue, "guest", "later");

        assertThat(sqs.getQueueAttributes(get -> get.queueUrl(queue)
                                .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
                        .attributes())
                .containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED, "1");
    }

    private void send(String queue, String group, String body) {
        sqs.sendMessage(send -> send.queueUrl(queue).messageBody(body).messageGroupId(group));
    }

    private String next(String queue) {
        return sqs.receiveMessage(receive -> receive.queueUrl(queue).waitTimeSeconds(5))
                .messages()
                .get(0)
                .body();
    }

    @Test
    void closingDoesNotWaitForLongPolls() {
        String queue = sqs.createQueue(create -> create.queueName("queue")).queueUrl();
        CompletableFuture<?> poll = CompletableFuture.supplyAsync(
                () -> sqs.receiveMessage(receive -> receive.queueUrl(queue).waitTimeSeconds(20)));
        Awaitility.await().during(Duration.ofMillis(300)).until(() -> !poll.isDone());

        long start = System.nanoTime();
        server.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void aTakenPortIsNamed(@TempDir Path other) {
        assertThatThrownBy(() -> new SqsServer(other, server.port(), TestAccount.LOCAL))
                .hasMessageContaining(String.valueOf(server.port()))
                .hasMessageContaining("taken");
    }
}
