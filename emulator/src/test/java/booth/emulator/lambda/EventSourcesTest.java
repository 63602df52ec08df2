package booth.emulator.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import booth.emulator.account.TestAccount;
import booth.emulator.account.TestClients;
import booth.emulator.sqs.SqsServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class EventSourcesTest {
    private final SqsServer server;
    private final SqsClient sqs;
    private final Functions functions = new Functions(TestAccount.LOCAL);
    private final EventSources sources;
    private final String dead;
    private final String queue;

    EventSourcesTest(@TempDir Path folder) {
        server = new SqsServer(folder, 0, TestAccount.LOCAL);
        sqs = TestClients.of(SqsClient.builder(), server.port());
        sources = new EventSources(sqs, functions);
        dead = queue("dead", Map.of());
        queue = queue(
                "queue",
                Map.of(
                        QueueAttributeName.VISIBILITY_TIMEOUT,
                        "3",
                        QueueAttributeName.REDRIVE_POLICY,
                        "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:000000000000:dead\",\"maxReceiveCount\":2}"));
    }

    @AfterEach
    void stop() {
        sources.close();
        sqs.close();
        server.close();
        functions.close();
    }

    @Test
    void onlyTheMessagesTheFunctionNamesComeAgain() {
        Handlers.Consumer.BODIES.clear();
        for (String body : List.of("good 1", "bad", "good 2"))
            sqs.sendMessage(send -> send.queueUrl(queue).messageBody(body));
        feed(Handlers.Consumer.class, 10, true);

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> received(dead), "bad"::equals);
        assertThat(Collections.frequency(Handlers.Consumer.BODIES, "good 1")).isEqualTo(1);
        assertThat(Collections.frequency(Handlers.Consumer.BODIES, "good 2")).isEqualTo(1);
        assertThat(Collections.frequency(Handlers.Consumer.BODIES, "bad")).isEqualTo(2);
    }

    @Test
    void aFunctionThatThrowsLosesNothing() {
        sqs.sendMessage(send -> send.queueUrl(queue).messageBody("hello"));
        feed(Handlers.Refuser.class, 10, false);

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> received(dead), "hello"::equals);
    }

    @Test
    void noMoreEventsAtOnceThanAllowed() {
        for (int i = 0; i < 6; i++) sqs.sendMessage(send -> send.queueUrl(queue).messageBody("hello"));
        functions.deploy(LambdaServiceTest.spec("Crowd", Handlers.Crowd.class, Map.of(), Duration.ofSeconds(30)));
        sources.add(new EventSource(
                "id", "arn:aws:sqs:us-east-1:000000000000:queue", queue, "Crowd", 1, Duration.ZERO, 2, false));
        sources.start();

        Awaitility.await().until(() -> Handlers.Crowd.INSIDE.get() == 2);
        Handlers.Crowd.GATE.countDown();
        Awaitility.await().until(() -> Handlers.Crowd.DONE.get() >= 6);
        assertThat(Handlers.Crowd.MOST.get()).isEqualTo(2);
    }

    @Test
    void closingIsQuickWhileThereIsNothingToDo() {
        feed(Handlers.Consumer.class, 10, true);

        long start = System.nanoTime();
        sources.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    private void feed(Class<?> handler, int batch, boolean reportsItems) {
        functions.deploy(LambdaServiceTest.spec("Consume", handler, Map.of(), Duration.ofSeconds(3)));
        sources.add(new EventSource(
                "id",
                "arn:aws:sqs:us-east-1:000000000000:queue",
                queue,
                "Consume",
                batch,
                Duration.ZERO,
                5,
                reportsItems));
        sources.start();
    }

    private String received(String queueUrl) {
        return sqs.receiveMessage(receive -> receive.queueUrl(queueUrl)).messages().stream()
                .map(Message::body)
                .findFirst()
                .orElse("");
    }

    private String queue(String name, Map<QueueAttributeName, String> attributes) {
        return sqs.createQueue(create -> create.queueName(name).attributes(attributes))
                .queueUrl();
    }
}
