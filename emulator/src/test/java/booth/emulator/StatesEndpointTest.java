package booth.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import booth.core.StubServer;
import booth.emulator.account.TestAccount;
import booth.emulator.wire.Queues;
import booth.emulator.wire.TestClients;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.InvalidDefinitionException;

class StatesEndpointTest {
    private static final StatesEndpoint.Services NOTHING =
            services(Optional.empty(), Optional.empty(), Optional.empty());
    private static final String GREET = """
            {"QueryLanguage": "JSONata", "StartAt": "Greet", "States": {"Greet": {
              "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
              "Arguments": {"FunctionName": "greet", "Payload": {"name": "{% $states.input.guest %}"}},
              "Output": "{% $states.result.Payload.text %}", "End": true}}}""";

    private final StubServer functions = new StubServer(call -> StubServer.Reply.of(200, "{\"text\": \"Hello Ada\"}"));

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        functions.close();
    }

    @Test
    void aMachineCallsTheFunctionsItIsTold() {
        try (StatesEndpoint endpoint = start(functions(functions.url()));
                SfnClient states = client(endpoint)) {
            DescribeExecutionResponse ended = run(states, GREET, "{\"guest\": \"Ada\"}");

            assertThat(ended.output()).isEqualTo("\"Hello Ada\"");
            assertThat(functions.calls()).singleElement().satisfies(call -> {
                assertThat(call.path()).isEqualTo("/2015-03-31/functions/greet/invocations");
                assertThat(call.body()).isEqualTo("{\"name\":\"Ada\"}");
            });
        }
    }

    @Test
    void aTaskWaitsForItsTokenInAnybodysQueue() throws Exception {
        try (Queues queues = new Queues();
                StatesEndpoint endpoint = start(queues(queues));
                SfnClient states = client(endpoint)) {
            String url = queues.create("orders");
            String execution = begin(states, waitingIn(url), "{}");

            states.sendTaskSuccess(
                    answer -> answer.taskToken(token(queues, url)).output("{\"painted\":1}"));

            assertThat(ended(states, execution).output()).isEqualTo("{\"painted\":1}");
        }
    }

    @Test
    void whatWasRunningGoesOnAtTheNextStart() {
        try (Queues queues = new Queues()) {
            String url = queues.create("orders");
            String execution;
            try (StatesEndpoint endpoint = start(queues(queues));
                    SfnClient states = client(endpoint)) {
                execution = begin(states, waitingIn(url), "{}");
                await().until(() -> states.getExecutionHistory(of -> of.executionArn(execution)).events().stream()
                        .anyMatch(event -> event.taskSubmittedEventDetails() != null));
            }
            try (StatesEndpoint endpoint = start(queues(queues));
                    SfnClient states = client(endpoint)) {
                assertThat(endpoint.continued()).isEqualTo(1);

                states.sendTaskSuccess(
                        answer -> answer.taskToken(token(queues, url)).output("1"));

                assertThat(ended(states, execution).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
            }
        }
    }

    @Test
    void messagesGoToTheTopicsItIsTold() {
        StubServer topics = new StubServer(call -> StubServer.Reply.of(200, """
                <PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
                  <PublishResult><MessageId>m-1</MessageId></PublishResult></PublishResponse>"""));
        var services = services(Optional.empty(), Optional.empty(), Optional.of(topics.url()));
        try (topics;
                StatesEndpoint endpoint = start(services);
                SfnClient states = client(endpoint)) {
            DescribeExecutionResponse ended = run(states, """
                    {"QueryLanguage": "JSONata", "StartAt": "Tell", "States": {"Tell": {
                      "Type": "Task", "Resource": "arn:aws:states:::sns:publish",
                      "Arguments": {"TopicArn": "arn:aws:sns:us-east-1:000000000000:news", "Message": "hello"},
                      "Output": "{% $states.result.MessageId %}", "End": true}}}""", "{}");

            assertThat(ended.output()).isEqualTo("\"m-1\"");
        }
    }

    @Test
    void anEndpointThatDoesNotAnswerFailsTheTaskUnderAwssName() {
        functions.close();
        try (StatesEndpoint endpoint = start(functions(functions.url()));
                SfnClient states = client(endpoint)) {
            DescribeExecutionResponse ended = run(states, GREET, "{\"guest\": \"Ada\"}");

            assertThat(ended.status()).isEqualTo(ExecutionStatus.FAILED);
            assertThat(ended.error()).isEqualTo("Lambda.SdkClientException");
        }
    }

    @Test
    void aTaskWithoutItsEndpointSaysWhichOptionIsMissing() {
        try (StatesEndpoint endpoint = start(NOTHING);
                SfnClient states = client(endpoint)) {
            DescribeExecutionResponse ended = run(states, GREET, "{\"guest\": \"Ada\"}");

            assertThat(ended.error()).isEqualTo("Lambda.SdkClientException");
            assertThat(ended.cause()).contains("There is no Lambda to call", "start one of Lambda");
        }
    }

    @Test
    void anInvalidMachineIsRefusedWithEverythingThatIsWrong() {
        try (StatesEndpoint endpoint = start(NOTHING);
                SfnClient states = client(endpoint)) {
            String wrong =
                    GREET.replace("\"End\": true", "\"Next\": \"Nowhere\"").replace("\"Greet\", \"", "\"No\", \"");

            assertThatThrownBy(() -> begin(states, wrong, "{}"))
                    .isInstanceOf(InvalidDefinitionException.class)
                    .hasMessageContaining("Invalid State Machine Definition: '")
                    .hasMessageContaining("/StartAt")
                    .hasMessageContaining("/States/Greet/Next");
        }
    }

    @Test
    void itsFolderIsItsOwn() throws Exception {
        try (StatesEndpoint endpoint = start(NOTHING)) {
            assertThat(endpoint.continued()).isZero();
            assertThatThrownBy(() -> start(NOTHING))
                    .hasMessageContaining(folder.toString())
                    .hasMessageEndingWith(
                            "; " + TestSettings.data(folder, false).advice() + ".");
        }
        Files.createDirectories(folder.resolve("s3"));
        assertThatThrownBy(() -> start(NOTHING)).hasMessageContaining("holds the data of a whole cloud");
    }

    private StatesEndpoint start(StatesEndpoint.Services services) {
        return new StatesEndpoint(TestSettings.data(folder, false), 0, TestAccount.LOCAL, services);
    }

    private static StatesEndpoint.Services services(Optional<URI> lambda, Optional<URI> sqs, Optional<URI> sns) {
        return new StatesEndpoint.Services(lambda, sqs, sns, service -> "start one of " + service);
    }

    private static StatesEndpoint.Services functions(URI lambda) {
        return services(Optional.of(lambda), Optional.empty(), Optional.empty());
    }

    private static StatesEndpoint.Services queues(Queues queues) {
        return services(Optional.empty(), Optional.of(queues.endpoint()), Optional.empty());
    }

    private static SfnClient client(StatesEndpoint endpoint) {
        return TestClients.of(SfnClient.builder(), endpoint.url());
    }

    private static String waitingIn(String url) {
        return """
                {"QueryLanguage": "JSONata", "StartAt": "Order", "States": {"Order": {
                  "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                  "Arguments": {"QueueUrl": "%s", "MessageBody": {"token": "{%% $states.context.Task.Token %%}"}},
                  "End": true}}}""".formatted(url);
    }

    private static String token(Queues queues, String url) {
        return queues.receive(url).get(0).body().replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
    }

    private static String begin(SfnClient states, String definition, String input) {
        String machine = states.createStateMachine(create ->
                        create.name("machine").definition(definition).roleArn("arn:aws:iam::000000000000:role/any"))
                .stateMachineArn();
        return states.startExecution(start -> start.stateMachineArn(machine).input(input))
                .executionArn();
    }

    private static DescribeExecutionResponse run(SfnClient states, String definition, String input) {
        return ended(states, begin(states, definition, input));
    }

    private static DescribeExecutionResponse ended(SfnClient states, String execution) {
        return await().until(
                        () -> states.describeExecution(of -> of.executionArn(execution)),
                        described -> described.status() != ExecutionStatus.RUNNING);
    }
}
