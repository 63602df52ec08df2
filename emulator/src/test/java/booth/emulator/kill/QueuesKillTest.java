package booth.emulator.kill;

import static org.assertj.core.api.Assertions.assertThat;

import booth.emulator.account.TestAccount;
import booth.emulator.account.TestClients;
import booth.emulator.sqs.SqsServer;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;

/** Queues whose server is killed while it works. */
class QueuesKillTest {
    private static final int LIVES = 3;
    private static final int CALLS_A_LIFE = 300;

    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final Set<String> attempted = ConcurrentHashMap.newKeySet();
    private final Set<String> deleting = ConcurrentHashMap.newKeySet();
    private final Set<String> deleted = ConcurrentHashMap.newKeySet();
    private final AtomicInteger number = new AtomicInteger();

    /** The server alone. */
    static final class Server {
        public static void main(String[] arguments) throws InterruptedException {
            System.out.println(new SqsServer(Path.of(arguments[0]), 0, TestAccount.LOCAL).port());
            new CountDownLatch(1).await();
        }
    }

    /**
     * Messages are sent, received once or twice, deleted, and, received too often, become dead letters and are moved back;
     * the server is killed in the midst of it.
     */
    @Test
    void noMessageIsLostAndNoneComesBack(@TempDir Path folder) throws Exception {
        for (int life = 0; life < LIVES; life++) work(folder);

        try (ChildJvm server = start(folder);
                SqsClient sqs = client(server)) {
            Set<String> there = new HashSet<>(all(sqs, "queue"));
            there.addAll(all(sqs, "dead"));
            Set<String> owed = new HashSet<>(sent);
            owed.removeAll(deleting); // an unanswered delete may have been carried out or not
            assertThat(there).containsAll(owed).doesNotContainAnyElementsOf(deleted);
            assertThat(attempted).containsAll(there);
            assertThat(deleted).isNotEmpty();
        }
    }

    private static ChildJvm start(Path folder) {
        return ChildJvm.start(
                Server.class,
                folder.resolve("server.log"),
                folder.resolve("sqs").toString());
    }

    private static SqsClient client(ChildJvm server) {
        return TestClients.of(SqsClient.builder(), Integer.parseInt(server.line()));
    }

    private void work(Path folder) throws Exception {
        try (ChildJvm server = start(folder);
                SqsClient sqs = client(server)) {
            create(sqs);
            CountDownLatch enough = new CountDownLatch(CALLS_A_LIFE);
            ExecutorService threads = Executors.newCachedThreadPool();
            for (Runnable part : List.<Runnable>of(
                    () -> send(sqs), () -> send(sqs), () -> receive(sqs), () -> receive(sqs), () -> moveBack(sqs)))
                threads.execute(() -> {
                    try {
                        while (true) {
                            part.run();
                            enough.countDown();
                        }
                    } catch (SdkException e) {
                        enough.countDown(); // the server is dead
                    }
                });
            assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
            server.kill();
            threads.shutdown();
            assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void create(SqsClient sqs) {
        sqs.createQueue(create -> create.queueName("dead"));
        sqs.createQueue(
                create -> create.queueName("queue")
                        .attributes(
                                Map.of(
                                        QueueAttributeName.VISIBILITY_TIMEOUT,
                                        "0",
                                        QueueAttributeName.REDRIVE_POLICY,
                                        "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:000000000000:dead\",\"maxReceiveCount\":2}")));
    }

    private void send(SqsClient sqs) {
        String body = "message " + number.incrementAndGet();
        attempted.add(body);
        sqs.sendMessage(send -> send.queueUrl(url(sqs, "queue")).messageBody(body));
        sent.add(body);
    }

    /** Every third message is deleted, the others are received in vain. */
    private void receive(SqsClient sqs) {
        for (Message message : sqs.receiveMessage(
                        receive -> receive.queueUrl(url(sqs, "queue")).maxNumberOfMessages(3))
                .messages()) {
            if (message.body().hashCode() % 3 != 0) continue;
            deleting.add(message.body());
            try {
                sqs.deleteMessage(delete -> delete.queueUrl(url(sqs, "queue")).receiptHandle(message.receiptHandle()));
                deleted.add(message.body());
            } catch (ReceiptHandleIsInvalidException e) {
                // the other one has received it since, and deletes it
            }
        }
    }

    private static void moveBack(SqsClient sqs) {
        sqs.startMessageMoveTask(move -> move.sourceArn("arn:aws:sqs:us-east-1:000000000000:dead")
                .destinationArn("arn:aws:sqs:us-east-1:000000000000:queue"));
    }

    /** Until none is left: where all that would be received become dead letters instead, the answer is empty, too. */
    private static Set<String> all(SqsClient sqs, String queue) {
        Set<String> bodies = new HashSet<>();
        while (visible(sqs, queue) > 0)
            sqs.receiveMessage(receive -> receive.queueUrl(url(sqs, queue))
                            .maxNumberOfMessages(10)
                            .visibilityTimeout(600))
                    .messages()
                    .forEach(message -> bodies.add(message.body()));
        return bodies;
    }

    private static int visible(SqsClient sqs, String queue) {
        return Integer.parseInt(sqs.getQueueAttributes(get ->
                        get.queueUrl(url(sqs, queue)).attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .attributes()
                .get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
    }

    private static String url(SqsClient sqs, String queue) {
        return sqs.serviceClientConfiguration().endpointOverride().orElseThrow() + "/000000000000/" + queue;
    }
}
