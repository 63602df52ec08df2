package booth.api;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.NoContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiHandlerTest {
    @Test
    void theDescriptionIsServed() {
        APIGatewayV2HTTPResponse answer = get("/openapi.json");

        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(answer.getBody()).contains("\"openapi\": \"3.1.1\"");
    }

    @Test
    void anUnknownPathIsAProblem() {
        APIGatewayV2HTTPResponse answer = get("/nowhere");

        assertThat(answer.getStatusCode()).isEqualTo(404);
        assertThat(answer.getHeaders()).containsEntry("content-type", "application/problem+json");
        assertThat(answer.getBody()).contains("NO_SUCH_ROUTE");
    }

    private static APIGatewayV2HTTPResponse get(String path) {
        RequestContext context = RequestContext.builder()
                .withHttp(RequestContext.Http.builder().withMethod("GET").build())
                .build();
        APIGatewayV2HTTPEvent event = APIGatewayV2HTTPEvent.builder()
                .withRawPath(path)
                .withRequestContext(context)
                .build();
        return new ApiHandler(Map.of()).handleRequest(event, NoContext.get());
    }
}
