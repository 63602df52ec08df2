package booth.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import booth.cdk.Synthesized.Resource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoothHttpApiTest {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private final Synthesized cloud = Synthesized.byDefault();

    @Test
    void everyOperationOfTheDescriptionIsARouteAndTheRestIsTheFunctionsToRefuse() throws Exception {
        var described = new TreeSet<>(Set.of("$default"));
        var paths = Synthesized.json(Files.readString(Path.of("../doors/api/src/main/resources/openapi.json")))
                .path("paths");
        for (var path : paths.properties())
            for (String method : Synthesized.names(path.getValue()))
                if (METHODS.contains(method)) described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());

        assertThat(described).contains("POST /v1/jobs", "GET /v1/jobs/{id}");
        assertThat(all("AWS::ApiGatewayV2::Route"))
                .extracting(route -> route.property("/RouteKey"))
                .containsExactlyInAnyOrderElementsOf(described);
    }

    @Test
    void everyRouteLeadsToTheOneFunction() {
        Resource integration = one("AWS::ApiGatewayV2::Integration");
        assertThat(all("AWS::ApiGatewayV2::Route"))
                .allSatisfy(
                        route -> assertThat(route.property("/Target")).isEqualTo("integrations/" + integration.id()));
        assertThat(integration.property("/PayloadFormatVersion")).isEqualTo("2.0");
        assertThat(cloud.handlerOf(integration.property("/IntegrationUri"))).isEqualTo("ApiHandler");
        assertThat(cloud.function("ApiHandler").properties().path("Timeout").asInt())
                .as("API Gateway waits 30 s")
                .isLessThan(30);
    }

    @Test
    void nobodyCanTakeTheWholeDoor() {
        var limits = one("AWS::ApiGatewayV2::Stage").properties().path("DefaultRouteSettings");
        assertThat(limits.path("ThrottlingRateLimit").asInt()).isEqualTo(200);
        assertThat(limits.path("ThrottlingBurstLimit").asInt()).isEqualTo(400);
    }

    @Test
    void theAccessLogNamesNoJobAndNobody() {
        var log = one("AWS::ApiGatewayV2::Stage").properties().path("AccessLogSettings");
        assertThat(Synthesized.json(log.path("Format").asText()).path("route").asText())
                .isEqualTo("$context.routeKey");
        assertThat(log.path("Format").asText()).doesNotContain("path", "Path", "sourceIp", "userAgent", "protocol");
        assertThat(cloud.one(Synthesized.text(log.path("DestinationArn")))
                        .properties()
                        .path("RetentionInDays")
                        .asInt())
                .isEqualTo(14);
    }

    @Test
    void theUrlIsAnOutput() {
        assertThat(Synthesized.text(cloud.template().at("/Outputs/ApiUrl/Value")))
                .isEqualTo(one("AWS::ApiGatewayV2::Api").id());
    }

    @Test
    void pagesThatMayWriteAreNamedToTheFunction(@TempDir Path folder) {
        var stack = TestProject.in(folder).stack(Map.of("allowedOrigins", "https://a.example,https://b.example"));

        assertThat(Synthesized.from(stack).function("ApiHandler").property("/Environment/Variables/ALLOWED_ORIGINS"))
                .isEqualTo("https://a.example,https://b.example");
    }

    @Test
    void anOperatorMayDoWithoutTheRoutesThatTakeNoKey(@TempDir Path folder) {
        var without = Synthesized.from(TestProject.in(folder).stack(Map.of("legacyRoutes", false)));

        assertThat(without.all("AWS::ApiGatewayV2::Route"))
                .extracting(route -> route.property("/RouteKey"))
                .contains("POST /v1/jobs")
                .doesNotContain("POST /upload", "POST /photo", "POST /photo-api");
        assertThat(without.function("ApiHandler").property("/Environment/Variables/LEGACY_ROUTES"))
                .isEqualTo("off");
        assertThat(cloud.function("ApiHandler").property("/Environment/Variables/LEGACY_ROUTES"))
                .isEqualTo("on");
    }

    @Test
    void anAlarmIsRaisedWhenPhotosWithoutAKeyAreRefused(@TempDir Path folder) {
        Resource filter = cloud.all("AWS::Logs::MetricFilter").get(0);

        assertThat(cloud.function("ApiHandler").property("/Environment/Variables/LEGACY_DAILY_PHOTOS"))
                .isEqualTo("200");
        assertThat(filter.property("/FilterPattern")).isEqualTo("{ $.event = \"daily_photos_used_up\" }");
        assertThat(filter.property("/LogGroupName"))
                .isEqualTo(cloud.function("ApiHandler").property("/LoggingConfig/LogGroup"));
        assertThat(usedUp(cloud))
                .hasSize(1)
                .allSatisfy(alarm -> assertThat(alarm.property("/Namespace"))
                        .isEqualTo(filter.property("/MetricTransformations/0/MetricNamespace")));
        assertThat(usedUp(Synthesized.from(TestProject.in(folder).stack(Map.of("legacyRoutes", false)))))
                .isEmpty();
    }

    private static List<Resource> usedUp(Synthesized stack) {
        return stack.all("AWS::CloudWatch::Alarm").stream()
                .filter(alarm -> alarm.property("/MetricName").equals("DailyPhotosUsedUp"))
                .toList();
    }

    private Resource one(String type) {
        assertThat(all(type)).hasSize(1);
        return all(type).get(0);
    }

    /** Of the HTTP API; the other one has resources of the same types. */
    private List<Resource> all(String type) {
        return cloud.all(type).stream()
                .filter(resource -> resource.id().startsWith("HttpApi"))
                .toList();
    }
}
