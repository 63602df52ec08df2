package booth.api;

import static org.assertj.core.api.Assertions.assertThat;

import booth.http.Cors;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CorsTest {
    private static final String ALLOW = "access-control-allow-origin";

    private final ApiFixture fixture = new ApiFixture();

    @Test
    void anyPageMayRead() {
        Map<String, String> anywhere = Map.of("origin", "https://anywhere.example");

        assertThat(fixture.ask("GET", "/openapi.json", anywhere, "").header(ALLOW))
                .isEqualTo("*");
        assertThat(fixture.ask("GET", "/v1/jobs", anywhere, "").header(ALLOW)).isEqualTo("*");
    }

    @Test
    void theBoothsOwnPagesMayWrite() {
        Reply reply = fixture.ask(
                "POST",
                "/v1/jobs",
                ApiFixture.and(fixture.keyOf("hall"), "Origin", "https://booth.example"),
                ApiFixture.PHOTO);

        assertThat(reply.header(ALLOW)).isEqualTo("https://booth.example");
        assertThat(reply.header("vary")).isEqualTo("origin");
        assertThat(reply.header("access-control-expose-headers")).contains("location", "retry-after");
    }

    @Test
    void aStrangersPageIsNotAnsweredToItsScript() {
        Reply reply = fixture.ask("POST", "/v1/jobs", Map.of("Origin", "https://anywhere.example"), ApiFixture.PHOTO);

        assertThat(reply.headers()).doesNotContainKey(ALLOW);
    }

    @Test
    void browsersThatAskBeforeTheySendAreAnswered() {
        Reply known = preflight("https://other.example", "DELETE");
        Reply stranger = preflight("https://anywhere.example", "DELETE");
        Reply reader = preflight("https://anywhere.example", "GET");

        assertThat(known.status()).isEqualTo(204);
        assertThat(known.header(ALLOW)).isEqualTo("https://other.example");
        assertThat(known.header("access-control-allow-methods")).isEqualTo("DELETE, GET");
        assertThat(known.header("access-control-allow-headers")).contains("authorization", "idempotency-key");
        assertThat(stranger.headers()).doesNotContainKeys(ALLOW, "access-control-allow-methods");
        assertThat(reader.header(ALLOW)).isEqualTo("*");
    }

    @Test
    void aStarIsEveryOrigin() {
        assertThat(Cors.of("*").origins()).containsExactly("*");
        assertThat(Cors.of(" ").origins()).isEmpty();
    }

    private Reply preflight(String origin, String method) {
        return fixture.ask(
                "OPTIONS",
                "/v1/jobs/0123456789abcdef0123456789abcdef",
                Map.of("origin", origin, "access-control-request-method", method),
                "");
    }
}
