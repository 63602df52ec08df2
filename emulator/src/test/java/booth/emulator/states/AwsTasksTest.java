package booth.emulator.states;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import booth.asl.TaskFailure;
import booth.asl.TaskRequest;
import booth.emulator.lambda.Invocation;
import booth.emulator.wire.Json;
import booth.emulator.wire.Queues;
import booth.emulator.wire.TestClients;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

class AwsTasksTest {
    private static final String FUNCTION = "arn:aws:lambda:us-east-1:123456789012:function:detect";
    private static final String SEND = "arn:aws:states:::sqs:sendMessage";
    private static Queues queues;

    @BeforeAll
    static void start() {
        queues = new Queues();
    }

    @AfterAll
    static void stop() {
        queues.close();
    }

    @Test
    void aFunctionsAnswerIsTheResult() {
        JsonNode result = run(
                request -> answer("{\"of\":\"" + request.functionName() + "\",\"in\":"
                        + request.payload().asUtf8String() + "}"),
                FUNCTION,
                "{\"jobId\":\"a\"}");

        assertThat(result).isEqualTo(json("{\"of\":\"" + FUNCTION + "\",\"in\":{\"jobId\":\"a\"}}"));
    }

    @Test
    void aFunctionsErrorIsTheTasksWithTheWholeErrorAsItsCause() {
        String error = "{\"errorMessage\":\"NO_FACE: none\",\"errorType\":\"booth.core.Refused\",\"stackTrace\":[]}";

        TaskFailure failure = fail(request -> failed(error), FUNCTION, "{}");

        assertThat(failure.error()).isEqualTo("booth.core.Refused");
        assertThat(failure.cause()).isEqualTo(error);
    }

    @Test
    void aFunctionOfTheAccountIsCalledWithoutTheWireAndAnswersTheSame() {
        CompletableFuture<Invocation> call = new CompletableFuture<>();
        CompletableFuture<JsonNode> result = runHere(call);
        assertThat(result).isNotDone();

        call.complete(new Invocation("1", "{\"mask\":\"m\"}".getBytes(UTF_8), false));

        assertThat(result).isCompletedWithValue(json("{\"mask\":\"m\"}"));
    }

    @Test
    void anErrorOfAFunctionOfTheAccountIsTheTasks() {
        String error = "{\"errorMessage\":\"NO_FACE: none\",\"errorType\":\"booth.core.Refused\"}";

        CompletableFuture<JsonNode> result =
                runHere(CompletableFuture.completedFuture(new Invocation("1", error.getBytes(UTF_8), true)));

        assertThat(result).isCompletedExceptionally();
        assertThat(catchThrowableOfType(CompletionException.class, result::join))
                .hasRootCauseInstanceOf(TaskFailure.class)
                .hasMessageContaining("booth.core.Refused");
    }

    @Test
    void aTaskThatIsCancelledGivesItsCallUp() {
        CompletableFuture<Invocation> call = new CompletableFuture<>();

        runHere(call).cancel(true);

        assertThat(call).isCancelled();
    }

    private static CompletableFuture<JsonNode> runHere(CompletableFuture<Invocation> call) {
        SnsClient nowhere = TestClients.of(SnsClient.builder(), URI.create("http://127.0.0.1:1"));
        LambdaClient nobody = new OneFunction(raise(SdkClientException.create("No function is called by wire.")));
        try (nowhere;
                AwsTasks tasks =
                        new AwsTasks(nobody, queues.client, nowhere, (function, payload, begun) -> Optional.of(call))) {
            return tasks.run(request(FUNCTION, "{}"), () -> {}).toCompletableFuture();
        }
    }

    @Test
    void anErrorWithoutATypeIsUnknown() {
        TaskFailure failure = fail(request -> failed("{\"errorMessage\":\"exited\"}"), FUNCTION, "{}");

        assertThat(failure.error()).isEqualTo("Lambda.Unknown");
        assertThat(failure.cause()).contains("exited");
    }

    @Test
    void errorsOfLambdaItselfHaveTheNamesStepFunctionsGivesThem() {
        assertThat(fail(raise(TooManyRequestsException.builder().message("slow").build()), FUNCTION, "{}")
                        .error())
                .isEqualTo("Lambda.TooManyRequestsException");
        assertThat(fail(raise(LambdaException.builder().message("bad").build()), FUNCTION, "{}")
                        .error())
                .isEqualTo("Lambda.AWSLambdaException");
        assertThat(fail(raise(SdkClientException.create("gone")), FUNCTION, "{}")
                        .error())
                .isEqualTo("Lambda.SdkClientException");
    }

    @Test
    void lambdaInvokeWrapsTheAnswer() {
        JsonNode result = run(
                request -> answer(request.payload().asUtf8String()),
                "arn:aws:states:::lambda:invoke",
                "{\"FunctionName\":\"detect\",\"Payload\":{\"a\":1}}");

        assertThat(result.path("Payload")).isEqualTo(json("{\"a\":1}"));
        assertThat(result.path("StatusCode").intValue()).isEqualTo(200);
        assertThat(result.at("/SdkHttpMetadata/HttpStatusCode").intValue()).isEqualTo(200);
    }

    @Test
    void aMessageBodyMayBeAnObject() {
        String queue = queues.create("bodies");

        JsonNode result = send("{\"QueueUrl\":\"" + queue + "\",\"MessageBody\":{\"taskToken\":\"t\",\"index\":1},"
                + "\"MessageAttributes\":{\"kind\":{\"DataType\":\"String\",\"StringValue\":\"picture\"}}}");

        Message message = queues.receive(queue).get(0);
        assertThat(json(message.body())).isEqualTo(json("{\"taskToken\":\"t\",\"index\":1}"));
        assertThat(message.messageAttributes().values())
                .extracting(value -> value.stringValue())
                .containsExactly("picture");
        assertThat(result.path("MessageId").textValue()).isEqualTo(message.messageId());
        assertThat(result.path("MD5OfMessageBody").textValue()).isEqualTo(message.md5OfBody());
        assertThat(result.at("/SdkHttpMetadata/HttpStatusCode").intValue()).isEqualTo(200);
    }

    @Test
    void aGroupOnAStandardQueueNeitherFailsNorHoldsBackItsMembers() {
        String queue = queues.create("fair");
        String message = "{\"QueueUrl\":\"" + queue + "\",\"MessageBody\":\"one\",\"MessageGroupId\":\"booth-1\"}";
        send(message);
        send(message.replace("one", "two"));

        List<Message> first = queues.receive(queue);
        List<Message> all = first.size() == 2
                ? first
                : List.of(first.get(0), queues.receive(queue).get(0));

        assertThat(all).extracting(Message::body).containsExactlyInAnyOrder("one", "two");
        assertThat(all.get(0).attributes()).containsEntry(MessageSystemAttributeName.MESSAGE_GROUP_ID, "booth-1");
    }

    @Test
    void aQueueThatIsNotThereIsNamed() {
        TaskFailure failure = fail(
                request -> answer("{}"),
                SEND + ".waitForTaskToken",
                "{\"QueueUrl\":\"" + queues.create("there") + "-not\",\"MessageBody\":\"a\"}");

        assertThat(failure.error()).isEqualTo("SQS.QueueDoesNotExistException");
    }

    @Test
    void unknownResourcesAndArgumentsAreRefusedByName() {
        assertThat(fail(request -> answer("{}"), "arn:aws:states:::dynamodb:putItem", "{}")
                        .cause())
                .contains("arn:aws:states:::dynamodb:putItem", "is not supported here");
        assertThat(fail(request -> answer("{}"), SEND, "{\"QueueUrl\":\"q\",\"MessageBody\":\"a\",\"Color\":1}")
                        .cause())
                .contains("Color");
        assertThat(fail(request -> answer("{}"), SEND, "{\"QueueUrl\":\"q\"}").cause())
                .contains("MessageBody");
    }

    private static JsonNode send(String arguments) {
        return run(request -> answer("{}"), SEND, arguments);
    }

    private static TaskFailure fail(
            Function<InvokeRequest, InvokeResponse> function, String resource, String arguments) {
        var thrown = catchThrowableOfType(CompletionException.class, () -> run(function, resource, arguments));
        if (thrown.getCause() instanceof TaskFailure failure) return failure;
        throw new AssertionError("not a failure of the task", thrown);
    }

    private static JsonNode run(Function<InvokeRequest, InvokeResponse> function, String resource, String arguments) {
        SnsClient nowhere = TestClients.of(SnsClient.builder(), URI.create("http://127.0.0.1:1"));
        try (nowhere;
                AwsTasks tasks = new AwsTasks(new OneFunction(function), queues.client, nowhere)) {
            return tasks.run(request(resource, arguments)).toCompletableFuture().join();
        }
    }

    private static TaskRequest request(String resource, String arguments) {
        return new TaskRequest(
                resource,
                json(arguments),
                Optional.empty(),
                "arn:aws:states:us-east-1:123456789012:execution:M:one",
                "Do",
                0,
                Optional.empty(),
                Optional.empty());
    }

    private static Function<InvokeRequest, InvokeResponse> raise(RuntimeException error) {
        return request -> {
            throw error;
        };
    }

    private static InvokeResponse answer(String payload) {
        InvokeResponse.Builder answer =
                InvokeResponse.builder().statusCode(200).payload(SdkBytes.fromUtf8String(payload));
        answer.sdkHttpResponse(SdkHttpResponse.builder().statusCode(200).build());
        return answer.build();
    }

    private static InvokeResponse failed(String payload) {
        return answer(payload).toBuilder().functionError("Unhandled").build();
    }

    private static JsonNode json(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (IOException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** A Lambda service with one function. */
    private record OneFunction(Function<InvokeRequest, InvokeResponse> code) implements LambdaClient {
        @Override
        public InvokeResponse invoke(InvokeRequest request) {
            return code.apply(request);
        }

        @Override
        public String serviceName() {
            return "lambda";
        }

        @Override
        public void close() {}
    }
}
