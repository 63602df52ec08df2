package booth.emulator.states;

import booth.asl.TaskFailure;
import booth.emulator.lambda.Invocation;
import booth.emulator.wire.Json;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/** Calls functions. What a function throws becomes the task's error, under the name the function's runtime gives it. */
final class LambdaTasks {
    private static final ServiceFailures FAILURES =
            new ServiceFailures("Lambda", "AWSLambdaException", "LambdaException");
    private static final Set<String> ARGUMENTS =
            Set.of("FunctionName", "Payload", "Qualifier", "InvocationType", "ClientContext", "LogType");

    private final LambdaClient lambda;

    LambdaTasks(LambdaClient lambda) {
        this.lambda = lambda;
    }

    /** The function's answer is the result. */
    JsonNode function(String arn, JsonNode input) {
        InvokeRequest call = InvokeRequest.builder()
                .functionName(arn)
                .payload(SdkBytes.fromByteArray(Json.bytes(input)))
                .build();
        return payload(invoke(call));
    }

    /** The same for a call that did not go over the wire. */
    static JsonNode result(Invocation call) {
        if (call.failed()) throw failure(call.text());
        return result(call.text());
    }

    /** The answer is the result's {@code Payload}. */
    JsonNode invoke(JsonNode input) {
        Arguments arguments = new Arguments("lambda:invoke", input).demandOnly(ARGUMENTS);
        InvokeRequest.Builder call = InvokeRequest.builder().functionName(arguments.require("FunctionName"));
        arguments.set(call, "Qualifier", InvokeRequest.Builder::qualifier);
        arguments.set(call, "InvocationType", InvokeRequest.Builder::invocationType);
        arguments.set(call, "ClientContext", InvokeRequest.Builder::clientContext);
        arguments.set(call, "LogType", InvokeRequest.Builder::logType);
        call.payload(
                SdkBytes.fromByteArray(Json.bytes(arguments.find("Payload").orElseGet(Json.MAPPER::createObjectNode))));
        InvokeResponse answer = invoke(call.build());
        ObjectNode result = Json.MAPPER.createObjectNode();
        result.put("ExecutedVersion", answer.executedVersion());
        result.set("Payload", payload(answer));
        return Metadata.write(answer, result).put("StatusCode", answer.statusCode());
    }

    private InvokeResponse invoke(InvokeRequest call) {
        InvokeResponse answer = FAILURES.named(() -> lambda.invoke(call));
        if (answer.functionError() == null) return answer;
        throw failure(text(answer));
    }

    private static TaskFailure failure(String error) {
        JsonNode type = read(error).path("errorType");
        if (type.isTextual()) return new TaskFailure(type.textValue(), error);
        return new TaskFailure(
                "Lambda.Unknown",
                "The cause could not be determined because Lambda did not return an error type. Returned payload: "
                        + error);
    }

    private static JsonNode payload(InvokeResponse answer) {
        return result(text(answer));
    }

    private static JsonNode result(String text) {
        return text.isEmpty() ? Json.MAPPER.nullNode() : read(text);
    }

    private static String text(InvokeResponse answer) {
        return answer.payload() == null ? "" : answer.payload().asUtf8String();
    }

    private static JsonNode read(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw new TaskFailure("States.Runtime", "The function's answer is no JSON: " + e.getOriginalMessage());
        }
    }
}
