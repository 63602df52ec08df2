package booth.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Busy;
import booth.core.job.JobId;
import booth.http.Contract;
import booth.http.OpenApi;
import booth.http.Operation;
import booth.http.Operations;
import booth.http.Request;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiHandlerTest {
    private final ApiFixture fixture = new ApiFixture();
    private final Map<String, String> hall = fixture.keyOf("hall");

    @Test
    void theDescriptionIsServed() {
        assertThat(fixture.get("/openapi.json").at("/openapi")).isEqualTo("3.1.1");
    }

    @Test
    void anOperatorMayDoWithoutTheRoutesOfExistingClients() {
        fixture.withoutExistingClients();

        Reply reply = fixture.ask("POST", "/photo-api", Map.of(), "{}");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.code()).isEqualTo("NO_SUCH_ROUTE");
        assertThat(fixture.get("/openapi.json").json().path("paths").properties())
                .isNotEmpty()
                .allMatch(path ->
                        path.getKey().startsWith("/v1/") || path.getKey().equals("/openapi.json"));
        assertThat(fixture.open(hall)).isNotNull();
    }

    @Test
    void anUnknownPathIsAProblem() {
        Reply reply = fixture.get("/nowhere");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.header("content-type")).isEqualTo("application/problem+json");
        assertThat(reply.json())
                .isEqualTo(Contract.parse("{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,"
                        + "\"detail\":\"There is nothing at this path; see /openapi.json.\","
                        + "\"code\":\"NO_SUCH_ROUTE\",\"instance\":\"/nowhere\"}"));
    }

    @Test
    void anotherMethodIsToldWhichThereAre() {
        Reply reply = fixture.ask("PUT", "/v1/jobs", hall, "");

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("allow")).isEqualTo("GET, POST");
    }

    @Test
    void aBusyServiceIsAskedAgainLater() {
        JobId job = fixture.running(hall);
        fixture.stepFunctionsMood = () -> {
            throw new Busy("Step Functions is busy", new IllegalStateException());
        };

        Reply reply = fixture.ask("POST", "/v1/jobs/" + job + "/cancel", hall, "");

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.header("retry-after")).isEqualTo("5");
    }

    @Test
    void anIncidentIsLoggedAndKeepsItsInsidesToItself() {
        JobId job = fixture.running(hall);
        fixture.stepFunctionsMood = () -> {
            throw new IllegalStateException("the inside");
        };

        Reply reply = fixture.ask("POST", "/v1/jobs/" + job + "/cancel", hall, "");

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.body()).contains("INCIDENT").doesNotContain("inside", "IllegalState");
        assertThat(fixture.log)
                .anySatisfy(line ->
                        assertThat(line).contains("\"event\":\"incident\"", "IllegalStateException", "the inside"));
    }

    @Test
    void everyRequestIsOneLineThatHoldsNoKeyAndNoLink() {
        String secret = fixture.keys.issue("hall", 9, fixture.now).secret();
        fixture.log.clear();

        JobId job = fixture.ask("POST", "/v1/jobs", ApiFixture.bearer(secret), ApiFixture.PHOTO)
                .job();
        fixture.get("/v1/jobs/" + job);

        assertThat(fixture.log).hasSize(2).noneMatch(line -> line.contains(secret) || line.contains("X-Amz"));
        assertThat(Contract.parse(fixture.log.get(1)).path("message").asText()).isEqualTo("getJob 200");
        assertThat(Contract.parse(fixture.log.get(1)).path("jobId").asText()).isEqualTo(job.value());
    }

    @Test
    void aBodyInBase64IsRead() {
        APIGatewayV2HTTPEvent event = APIGatewayV2HTTPEvent.builder()
                .withRawPath("/v1/jobs")
                .withBody("e30=")
                .withIsBase64Encoded(true)
                .withRequestContext(RequestContext.builder()
                        .withHttp(
                                RequestContext.Http.builder().withMethod("POST").build())
                        .build())
                .build();

        assertThat(Request.of(event).body()).asString().isEqualTo("{}");
    }

    @Test
    void anOperationThatIsNotDescribedOrNotDoneIsFoundAtTheStart() {
        OpenApi description = OpenApi.load("/openapi.json");

        assertThatThrownBy(() -> new Operations(description, Map.of("other", new Operation.Open(call -> null))))
                .hasMessageContaining("createJob")
                .hasMessageContaining("other");
    }
}
