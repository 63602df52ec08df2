package booth.emulator.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.emulator.account.TestAccount;
import booth.emulator.account.TestClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What a queue knows after its server was stopped and started again. */
class RestartTest {
    private static final String ARN = "arn:aws:sqs:us-east-1:000000000000:";

    private final Path folder;
    private SqsServer server;
    private SqsClient sqs;

    RestartTest(@TempDir Path folder) {
        this.folder = folder;
        server = new SqsServer(folder, 0, TestAccount.LOCAL);
        sqs = TestClients.of(SqsClient.builder(), server.port());
    }

    @AfterEach
    void stop() {
        sqs.close();
        server.close();
    }

    private void restart() {
        stop();
        server = new SqsServer(folder, 0, TestAccount.LOCAL);
        sqs = TestClients.of(SqsClient.builder(), server.port());
    }

    @Test
    void aMessageIsTheSameWithAllThatBelongsToIt() {
        create("queue", Map.of());
        Map<String, MessageAttributeValue> attributes = Map.of(
                "text", attribute("String").stringValue("a").build(),
                "count", attribute("Number.int").stringValue("3").build(),
                "bytes",
                        attribute("Binary")
                                .binaryValue(SdkBytes.fromByteArray(new byte[] {1, -2}))
                                .build());
        String id = sqs.sendMessage(send -> send.queueUrl(url("queue"))
                        .messageBody("grüß Gott")
                        .messageGroupId("booth-1")
                        .messageAttributes(attributes))
                .messageId();

        restart();

        Message message = receive("queue").get(0);
        assertThat(message.messageId()).isEqualTo(id);
        assertThat(message.body()).isEqualTo("grüß Gott");
        assertThat(message.messageAttributes()).isEqualTo(attributes);
        assertThat(message.attributes()).containsEntry(MessageSystemAttributeName.MESSAGE_GROUP_ID, "booth-1");
    }

    @Test
    void aDamagedMessageIsSetAsideAndTheOthersAreDelivered() throws IOException {
        create("queue", Map.of());
        for (String body : List.of("one", "broken", "two")) send("queue", body);
        stop();
        Path broken = file("\"broken\"");
        Files.writeString(broken, Files.readString(broken).replace("\"created\"", "\"crea\"ted\""));

        restart();

        assertThat(receive("queue")).extracting(Message::body).containsExactlyInAnyOrder("one", "two");
        assertThat(broken.resolveSibling(broken.getFileName() + ".damaged")).exists();
    }

    @Test
    void aQueueWhoseFileIsDamagedKeepsItsMessages() throws IOException {
        create("dead", Map.of());
        create("queue", Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "77"));
        send("queue", "kept");
        stop();
        Files.write(folder.resolve("queues/queue"), new byte[] {0, -1});

        restart();

        assertThat(receive("queue")).extracting(Message::body).containsExactly("kept");
        assertThat(folder.resolve("queues/queue.damaged")).exists();
        assertThat(count("dead")).isZero();
    }

    @Test
    void aQueueThatCouldNotBeWrittenIsKeptAsSoonAsItCan() throws IOException {
        Path inTheWay = Files.createDirectories(folder.resolve("queues/queue.draft/full"));
        assertThatThrownBy(() -> create("queue", Map.of())).isInstanceOf(SdkException.class);
        Files.delete(inTheWay);

        create("queue", Map.of());
        send("queue", "kept");
        restart();

        assertThat(receive("queue")).extracting(Message::body).containsExactly("kept");
    }

    private Path file(String content) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("messages"))) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                if (Files.readString(file).contains(content)) return file;
        }
        throw new AssertionError("No message says " + content);
    }

    @Test
    void whatWasDeletedOrPurgedStaysAway() {
        create("queue", Map.of());
        create("purged", Map.of());
        send("queue", "deleted");
        send("purged", "one");
        send("purged", "two");
        String receipt = receive("queue").get(0).receiptHandle();
        sqs.deleteMessage(delete -> delete.queueUrl(url("queue")).receiptHandle(receipt));
        sqs.purgeQueue(purge -> purge.queueUrl(url("purged")));
        send("purged", "three");

        restart();

        assertThat(receive("queue")).isEmpty();
        assertThat(receive("purged")).extracting(Message::body).containsExactly("three");
    }

    @Test
    void aDeliveryThatWasInterruptedDoesNotCountAndOneThatWasInVainDoes() {
        create("queue", Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "600"));
        send("queue", "order");
        assertThat(receives("queue")).isEqualTo("1");
        restart();
        assertThat(receives("queue")).isEqualTo("1");

        sqs.changeMessageVisibility(
                change -> change.queueUrl(url("queue")).receiptHandle(received).visibilityTimeout(0));
        assertThat(receives("queue")).isEqualTo("2");
        restart();
        assertThat(receives("queue")).isEqualTo("2");
    }

    @Test
    void aDeadLetterIsOneAfterwardsAndCanBeMovedBackForGood() {
        create("dead", Map.of());
        create(
                "queue",
                Map.of(
                        QueueAttributeName.VISIBILITY_TIMEOUT,
                        "0",
                        QueueAttributeName.REDRIVE_POLICY,
                        "{\"deadLetterTargetArn\":\"" + ARN + "dead\",\"maxReceiveCount\":1}"));
        send("queue", "poison");
        Awaitility.await().until(() -> {
            receive("queue");
            return count("dead") == 1;
        });

        restart();
        assertThat(List.of(count("queue"), count("dead"))).containsExactly(0, 1);

        sqs.startMessageMoveTask(move -> move.sourceArn(ARN + "dead").destinationArn(ARN + "queue"));
        Awaitility.await().until(() -> count("queue") == 1);
        restart();
        assertThat(List.of(count("queue"), count("dead"))).containsExactly(1, 0);
        assertThat(receive("queue")).extracting(Message::body).containsExactly("poison");
    }

    @Test
    void theRulesOfAQueueAreKept() {
        create("dead", Map.of());
        create(
                "a-queue",
                Map.of(
                        QueueAttributeName.VISIBILITY_TIMEOUT,
                        "77",
                        QueueAttributeName.REDRIVE_POLICY,
                        "{\"deadLetterTargetArn\":\"" + ARN + "dead\",\"maxReceiveCount\":3}"));
        sqs.setQueueAttributes(set -> set.queueUrl(url("a-queue"))
                .attributes(Map.of(QueueAttributeName.RECEIVE_MESSAGE_WAIT_TIME_SECONDS, "2")));
        create("gone", Map.of());
        sqs.deleteQueue(delete -> delete.queueUrl(url("gone")));

        restart();

        assertThat(sqs.listQueues().queueUrls()).containsExactlyInAnyOrder(url("dead"), url("a-queue"));
        assertThat(sqs.getQueueAttributes(get -> get.queueUrl(url("a-queue")).attributeNames(QueueAttributeName.ALL))
                        .attributes())
                .containsEntry(QueueAttributeName.VISIBILITY_TIMEOUT, "77")
                .containsEntry(QueueAttributeName.RECEIVE_MESSAGE_WAIT_TIME_SECONDS, "2")
                .hasEntrySatisfying(
                        QueueAttributeName.REDRIVE_POLICY,
                        policy -> assertThat(policy).contains("dead", "3"));
    }

    @Test
    void aLineKeepsItsOrder() {
        create(
                "line.fifo",
                Map.of(QueueAttributeName.FIFO_QUEUE, "true", QueueAttributeName.CONTENT_BASED_DEDUPLICATION, "true"));
        for (String body : List.of("c", "a", "b"))
            sqs.sendMessage(
                    send -> send.queueUrl(url("line.fifo")).messageGroupId("g").messageBody(body));

        restart();

        assertThat(receive("line.fifo")).extracting(Message::body).containsExactly("c", "a", "b");
    }

    private String received = "";

    private @Nullable String receives(String queue) {
        Message message = receive(queue).get(0);
        received = message.receiptHandle();
        return message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT);
    }

    private void create(String name, Map<QueueAttributeName, String> attributes) {
        sqs.createQueue(create -> create.queueName(name).attributes(attributes));
    }

    private void send(String queue, String body) {
        sqs.sendMessage(send -> send.queueUrl(url(queue)).messageBody(body));
    }

    private List<Message> receive(String queue) {
        return sqs.receiveMessage(receive -> receive.queueUrl(url(queue))
                        .maxNumberOfMessages(10)
                        .messageAttributeNames("All")
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages();
    }

    private int count(String queue) {
        return Integer.parseInt(sqs.getQueueAttributes(get ->
                        get.queueUrl(url(queue)).attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .attributes()
                .get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
    }

    private String url(String queue) {
        return "http://127.0.0.1:" + server.port() + "/000000000000/" + queue;
    }

    private static MessageAttributeValue.Builder attribute(String type) {
        return MessageAttributeValue.builder().dataType(type);
    }
}
