package booth.local.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Screens are not asked to reload when the embedded cloud was started again: they connect again and go on. */
class ListeningAfterRestartTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @Test
    void whoConnectsAgainHearsWhatIsCalledOutThenAndNothingTwice() {
        try (Pipeline before = Pipeline.startWithGarden(folder, new FakeBedrock(), 0, true)) {
            Watcher screen = listen(before);
            greet(before, "Ada");
            assertThat(screen.last().path("message").asText()).isEqualTo("Welcome, Ada!");
        }
        try (Pipeline after = Pipeline.startWithGarden(folder, new FakeBedrock(), 0, false);
                Watcher screen = listen(after)) {
            greet(after, "Bob");

            assertThat(screen.last().path("message").asText()).isEqualTo("Welcome, Bob!");
            assertThat(screen.views()).hasSize(1);
        }
    }

    private static Watcher listen(Pipeline pipeline) {
        return Watcher.open(HTTP, URI.create(pipeline.output("StreamUrl") + "?channel=booth:public"));
    }

    private static void greet(Pipeline pipeline, String name) {
        String body = "{\"userId\": \"" + name + "\", \"state\": \"start-photo\"}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(pipeline.gardenOutput("ApiUrl") + "/redis"))
                .POST(HttpRequest.BodyPublishers.ofString(body, UTF_8))
                .build();
        assertThat(pipeline.http(request).statusCode()).isEqualTo(200);
    }
}
