package booth.emulator.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTest {
    private static final Integration NOWHERE = new Integration("nowhere", Integration.LONGEST);
    private static final List<Route> ROUTES = Stream.of(
                    "GET /",
                    "GET /pets/dog/1",
                    "GET /pets/dog/{id}",
                    "GET /pets/{kind}/{id}",
                    "ANY /pets/dog/{id}",
                    "GET /pets/{proxy+}",
                    "ANY /{proxy+}",
                    "$default")
            .map(key -> new Route(key, NOWHERE))
            .toList();

    /** The first five are API Gateway's documentation's own. */
    @ParameterizedTest
    @CsvSource({
        "GET, /pets/dog/1, GET /pets/dog/1",
        "GET, /pets/dog/2, GET /pets/dog/{id}",
        "GET, /pets/cat/1/2, GET /pets/{proxy+}",
        "POST, /test/5, ANY /{proxy+}",
        "POST, /, $default",
        "POST, /pets/dog/1, ANY /pets/dog/{id}",
        "GET, /pets/cat/1, GET /pets/{kind}/{id}",
        "GET, /pets/dog/, GET /pets/{proxy+}",
        "GET, /pets, ANY /{proxy+}",
        "GET, /, GET /",
        "PUT, /, $default",
    })
    void theMostPreciseRouteIsChosen(String method, String path, String chosen) {
        List<Route> shuffled = new java.util.ArrayList<>(ROUTES);
        Collections.shuffle(shuffled, new Random(1));

        assertThat(shuffled.stream()
                        .sorted(Route.BY_PREFERENCE)
                        .filter(route -> route.match(method, path).isPresent())
                        .findFirst())
                .map(Route::key)
                .contains(chosen);
    }

    @Test
    void variablesAreTakenFromThePath() {
        assertThat(new Route("GET /v1/{kind}/x/{rest+}", NOWHERE).match("GET", "/v1/jobs/x/a b/c"))
                .contains(Map.of("kind", "jobs", "rest", "a b/c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET jobs", "get /jobs", "GET /{all+}/more", "GET /a{b}", "/jobs", "$connect"})
    void whatIsNoRouteKeyIsRefused(String key) {
        assertThatThrownBy(() -> new Route(key, NOWHERE)).hasMessageContaining(key);
    }
}
