package booth.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import booth.cdk.Synthesized.Grant;
import booth.cdk.Synthesized.Resource;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveStreamTest {
    private final Synthesized cloud = Synthesized.byDefault();

    @Test
    void connectionsAndWhatTheySayGoToOneFunction() {
        assertThat(all("AWS::ApiGatewayV2::Route"))
                .extracting(route -> route.property("/RouteKey"))
                .containsExactlyInAnyOrder("$connect", "$disconnect", "$default");
        assertThat(all("AWS::ApiGatewayV2::Integration")).hasSize(3).allSatisfy(integration -> {
            assertThat(integration.property("/IntegrationType")).isEqualTo("AWS_PROXY");
            assertThat(cloud.handlerOf(integration
                            .property("/IntegrationUri")
                            .replaceAll(".*/functions/", "")
                            .replaceAll("/invocations$", "")))
                    .isEqualTo("StreamHandler");
        });
    }

    @Test
    void newsOfOneJobAreToldOneAfterTheOther() {
        Resource queue = cloud.queueFeeding("PushHandler");
        assertThat(queue.property("/FifoQueue")).isEqualTo("true");
        assertThat(queue.property("/DeduplicationScope")).isEqualTo("messageGroup");
        assertThat(queue.property("/FifoThroughputLimit")).isEqualTo("perMessageGroupId");
        assertThat(cloud.one(queue.property("/RedrivePolicy/deadLetterTargetArn"))
                        .property("/FifoQueue"))
                .as("dead letters of a FIFO queue need one")
                .isEqualTo("true");
        assertThat(cloud.grants())
                .filteredOn(grant -> grant.action().equals("sqs:SendMessage")
                        && grant.resource().equals(queue.id()))
                .extracting(Grant::role)
                .contains(
                        cloud.function("StreamHandler").property("/Role"),
                        cloud.function("FileLandedHandler").property("/Role"),
                        cloud.function("NotifyHandler").property("/Role"),
                        cloud.function("ExecutionStatusChangedHandler").property("/Role"));
    }

    @Test
    void onlyTheFunctionThatTellsTheNewsWritesToConnections() {
        String api = all("AWS::ApiGatewayV2::Api").get(0).id();
        assertThat(cloud.grants())
                .filteredOn(grant -> grant.action().startsWith("execute-api:"))
                .allMatch(grant ->
                        grant.role().equals(cloud.function("PushHandler").property("/Role")))
                .extracting(grant -> grant.action() + " " + grant.resource().replaceAll(".*:AccountId:", ""))
                .containsExactlyInAnyOrder(
                        "execute-api:ManageConnections " + api + "/live/POST/@connections/*",
                        "execute-api:ManageConnections " + api + "/live/DELETE/@connections/*");
    }

    @Test
    void nobodyCanTakeTheWholeDoor() {
        var limits = all("AWS::ApiGatewayV2::Stage").get(0).properties().path("DefaultRouteSettings");
        assertThat(limits.path("ThrottlingRateLimit").asInt()).isEqualTo(200);
        assertThat(limits.path("ThrottlingBurstLimit").asInt()).isEqualTo(400);
    }

    @Test
    void theUrlIsAnOutput() {
        assertThat(Synthesized.text(cloud.template().at("/Outputs/StreamUrl/Value")))
                .startsWith("wss://")
                .endsWith("/live");
    }

    /** Of the WebSocket API. */
    private List<Resource> all(String type) {
        return cloud.all(type).stream()
                .filter(resource -> resource.id().startsWith("LiveStream"))
                .toList();
    }
}
