package booth.emulator.lambda;

import booth.emulator.wire.RestService;
import booth.emulator.wire.ServiceError;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Lambda's REST protocol, as far as invoking and looking at functions goes. */
public final class LambdaService implements RestService {
    private static final String FUNCTIONS = "/2015-03-31/functions";
    private static final String SOURCES = "/2015-03-31/event-source-mappings";
    private static final byte[] EMPTY = {'{', '}'};
    private static final ObjectReader JSON =
            new ObjectMapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final int SYNC_LIMIT = 6 << 20;
    private static final int ASYNC_LIMIT = 1 << 20;
    /** Lambda never lists more at once. */
    private static final int PAGE = 50;

    private static final int ACCEPTED = 202;
    private static final int NO_CONTENT = 204;
    private static final int NOT_FOUND = 404;
    private static final int TOO_LARGE = 413;

    private final Functions functions;
    private final AsyncInvocations events;
    private final EventSources sources;

    public LambdaService(Functions functions, AsyncInvocations events, EventSources sources) {
        this.functions = functions;
        this.events = events;
        this.sources = sources;
    }

    @Override
    public void routes(RoutesConfig routes) {
        routes.post(FUNCTIONS + "/{name}/invocations", this::invoke);
        routes.get(FUNCTIONS, this::list);
        routes.get(FUNCTIONS + "/{name}", this::describe);
        routes.get(FUNCTIONS + "/{name}/configuration", call -> json(call, configuration(function(call))));
        routes.get(SOURCES, this::listSources);
    }

    private void invoke(Context call) {
        DeployedFunction function = function(call);
        byte[] payload = payload(call);
        String type = Optional.ofNullable(call.header("X-Amz-Invocation-Type")).orElse("RequestResponse");
        call.header("X-Amz-Executed-Version", "$LATEST");
        switch (type) {
            case "RequestResponse" -> {
                limit(payload, SYNC_LIMIT);
                answer(call, function.invoke(payload));
            }
            case "Event" -> {
                limit(payload, ASYNC_LIMIT);
                events.invoke(function.spec().name(), payload);
                call.status(ACCEPTED);
            }
            case "DryRun" -> call.status(NO_CONTENT);
            default ->
                throw ServiceError.badRequest(
                        "InvalidParameterValueException",
                        "InvocationType is RequestResponse, Event or DryRun, not " + type + ".");
        }
    }

    private static void answer(Context call, Invocation result) {
        if (result.failed()) call.header("X-Amz-Function-Error", "Unhandled");
        call.contentType("application/json").result(result.payload());
    }

    /** One JSON value, as Lambda demands; nothing means an empty object. */
    private static byte[] payload(Context call) {
        byte[] body = call.bodyAsBytes();
        if (body.length == 0) return EMPTY.clone();
        try {
            JSON.readTree(body);
            return body;
        } catch (JacksonException e) {
            throw ServiceError.badRequest(
                    "InvalidRequestContentException",
                    "Could not parse request body into json: Could not parse payload into json: "
                            + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void limit(byte[] payload, int limit) {
        if (payload.length > limit)
            throw new ServiceError(
                    TOO_LARGE,
                    "RequestTooLargeException",
                    payload.length + " bytes exceed the limit of " + limit + " bytes for this invocation type.");
    }

    private void list(Context call) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode page = answer.putArray("Functions");
        String last = Optional.ofNullable(call.queryParam("Marker")).orElse("");
        int most = Optional.ofNullable(call.queryParam("MaxItems"))
                .map(LambdaService::pageSize)
                .orElse(PAGE);
        for (DeployedFunction function : functions.all()) {
            if (function.spec().name().compareTo(last) <= 0) continue;
            if (page.size() == most) {
                answer.put("NextMarker", page.get(most - 1).path("FunctionName").asText());
                break;
            }
            page.add(configuration(function));
        }
        json(call, answer);
    }

    private static int pageSize(String maxItems) {
        if (maxItems.matches("[1-9]\\d{0,4}")) return Math.min(PAGE, Integer.parseInt(maxItems));
        throw ServiceError.badRequest("InvalidParameterValueException", "MaxItems is a number from 1 to 10000.");
    }

    private void listSources(Context call) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode all = answer.putArray("EventSourceMappings");
        for (EventSource source : sources.all()) {
            ObjectNode mapping = all.addObject()
                    .put("UUID", source.id())
                    .put("EventSourceArn", source.queueArn())
                    .put("FunctionArn", functions.arn(source.function()))
                    .put("BatchSize", source.batch())
                    .put("MaximumBatchingWindowInSeconds", source.window().toSeconds())
                    .put("State", "Enabled");
            mapping.putObject("ScalingConfig").put("MaximumConcurrency", source.concurrency());
            ArrayNode types = mapping.putArray("FunctionResponseTypes");
            if (source.reportsItems()) types.add("ReportBatchItemFailures");
        }
        json(call, answer);
    }

    private void describe(Context call) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("Configuration", configuration(function(call)));
        answer.putObject("Code").put("RepositoryType", "ClassPath");
        json(call, answer);
    }

    private DeployedFunction function(Context call) {
        String name = call.pathParam("name");
        return functions
                .find(name)
                .orElseThrow(() -> new ServiceError(
                        NOT_FOUND,
                        "ResourceNotFoundException",
                        "Function not found: " + (name.startsWith("arn:") ? name : functions.arn(name))));
    }

    private static ObjectNode configuration(DeployedFunction function) {
        FunctionSpec spec = function.spec();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("FunctionName", spec.name())
                .put("FunctionArn", function.arn())
                .put("Handler", spec.handler())
                .put("Runtime", "java" + Runtime.version().feature())
                .put("Timeout", spec.timeout().toSeconds())
                .put("MemorySize", spec.memory())
                .put("Version", "$LATEST")
                .put("PackageType", "Zip")
                .put("State", "Active")
                .put("LastUpdateStatus", "Successful");
        ObjectNode variables = json.putObject("Environment").putObject("Variables");
        spec.environment().forEach(variables::put);
        return json;
    }

    private static void json(Context call, ObjectNode answer) {
        call.contentType("application/json").result(answer.toString());
    }
}
