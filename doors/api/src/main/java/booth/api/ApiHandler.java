package booth.api;

import booth.core.Json;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;

/**
 * Lambda's door for HTTP. Every request of the API comes here, those that match no route of {@code openapi.json} too, so
 * that an error is a problem document wherever it arises.
 *
 * <p>Environment: {@code UPLOADS_BUCKET}, {@code JOBS_BUCKET}, {@code STATE_MACHINE_ARN}, {@code LINK_SECONDS},
 * {@code ALLOWED_ORIGINS}.
 */
public final class ApiHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final Description description = Description.load();

    public ApiHandler() {
        this(System.getenv());
    }

    /** @param env environment variables by name */
    public ApiHandler(Map<String, String> env) {}

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return answer(Request.of(event)).toEvent();
    }

    private Answer answer(Request request) {
        if (description
                .find(request.method(), request.path())
                .filter(route -> route.operationId().equals("describeApi"))
                .isPresent()) return new Answer(200, Map.of("content-type", "application/json"), description.text());
        return new Answer(
                404,
                Map.of("content-type", "application/problem+json"),
                Json.text(new ProblemDocument(
                        "about:blank",
                        "Not Found",
                        404,
                        "There is no such route; see /openapi.json.",
                        "NO_SUCH_ROUTE",
                        request.path())));
    }
}
