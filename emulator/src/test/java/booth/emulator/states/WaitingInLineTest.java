package booth.emulator.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import booth.emulator.sns.SnsService;
import booth.emulator.sns.SnsSettings;
import booth.emulator.wire.Json;
import booth.emulator.wire.Queues;
import booth.emulator.wire.TestClients;
import booth.emulator.wire.WireServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sns.SnsClient;

/** Step Functions, SNS and real queues together, each call over the wire. */
class WaitingInLineTest {
    private static final String MACHINE = """
            {"QueryLanguage": "JSONata", "StartAt": "Paint", "States": {
              "Paint": {
                "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                "Arguments": {"QueueUrl": "QUEUE", "MessageGroupId": "booth-1",
                  "MessageBody": {"taskToken": "{% $states.context.Task.Token %}", "index": 1}},
                "Next": "Tell"},
              "Tell": {
                "Type": "Task", "Resource": "arn:aws:states:::sns:publish",
                "Arguments": {"TopicArn": "TOPIC", "Message": {"key": "{% $states.input.key %}"}},
                "Output": "{% $states.result.MessageId %}",
                "End": true}}}""";

    @TempDir
    private Path folder;

    @Test
    void aBranchWaitsInLineForItsPictureAndTheTopicHearsOfIt() throws IOException {
        URI nowhere = URI.create("http://127.0.0.1:1");
        SnsSettings settings = new SnsSettings(folder.resolve("sns"), "us-east-1", "123456789012", () -> nowhere);
        StatesSettings home = new StatesSettings(folder.resolve("states"), "us-east-1", "123456789012");
        LambdaClient nobody = TestClients.of(LambdaClient.builder(), nowhere);
        try (Queues queues = new Queues();
                SnsService topics = new SnsService(settings, queues.client, nobody);
                WireServer topicServer = new WireServer(0, List.of(), List.of(topics), List.of());
                SnsClient sns = TestClients.of(SnsClient.builder(), url(topicServer));
                AwsTasks tasks = new AwsTasks(nobody, queues.client, sns);
                StatesService states = new StatesService(home, tasks, event -> {});
                WireServer server = new WireServer(0, List.of(states), List.of(), List.of());
                SfnClient client = TestClients.of(SfnClient.builder(), url(server))) {
            String line = queues.create("generation");
            String news = queues.create("news");
            String topic = sns.createTopic(create -> create.name("pictures")).topicArn();
            sns.subscribe(subscribe -> subscribe.topicArn(topic).protocol("sqs").endpoint(Queues.arn("news")));
            String machine = client.createStateMachine(create -> create.name("Pictures")
                            .definition(MACHINE.replace("QUEUE", line).replace("TOPIC", topic))
                            .roleArn("arn:aws:iam::123456789012:role/states"))
                    .stateMachineArn();

            String execution = client.startExecution(start -> start.stateMachineArn(machine))
                    .executionArn();
            JsonNode order = Json.MAPPER.readTree(queues.receive(line).get(0).body());
            client.sendTaskSuccess(success ->
                    success.taskToken(order.path("taskToken").textValue()).output("{\"key\":\"photo_1.jpeg\"}"));

            JsonNode heard = Json.MAPPER.readTree(queues.receive(news).get(0).body());
            assertThat(heard.path("Message").textValue()).isEqualTo("{\"key\":\"photo_1.jpeg\"}");
            var ended = await().until(
                            () -> client.describeExecution(describe -> describe.executionArn(execution)),
                            now -> now.status() != ExecutionStatus.RUNNING);
            assertThat(ended.output()).isEqualTo("\"" + heard.path("MessageId").textValue() + "\"");
        }
        nobody.close();
    }

    private static URI url(WireServer server) {
        return URI.create("http://127.0.0.1:" + server.port());
    }
}
