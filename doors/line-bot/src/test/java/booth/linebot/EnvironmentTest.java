package booth.linebot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without what it needs the bot does not start. */
class EnvironmentTest {
    private static final Map<String, String> WHOLE = Map.of(
            "LINE_CHANNEL_SECRET", "secret",
            "LINE_CHANNEL_TOKEN", "token",
            "LINE_EVENTS_QUEUE_URL", "https://sqs.example/events",
            "LINE_ENDS_QUEUE_URL", "https://sqs.example/ends",
            "LINE_PUBLIC_URL", "https://bot.example",
            "JOBS_BUCKET", "jobs",
            "UPLOADS_BUCKET", "uploads",
            "STATE_MACHINE_ARN", "arn",
            "STREAM_QUEUE_URL", "https://sqs.example/stream",
            "RETENTION_DAYS", "7");

    private static @Nullable String regionBefore;

    @BeforeAll
    static void setRegion() {
        regionBefore = System.setProperty("aws.region", "us-west-2");
    }

    @AfterAll
    static void restoreRegion() {
        if (regionBefore == null) System.clearProperty("aws.region");
        else System.setProperty("aws.region", regionBefore);
    }

    @Test
    void withEverythingItStarts() {
        assertThatCode(() -> new WorkerHandler(WHOLE)).doesNotThrowAnyException();
        assertThatCode(() -> new WebhookHandler(WHOLE)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LINE_CHANNEL_SECRET", "LINE_EVENTS_QUEUE_URL", "JOBS_BUCKET"})
    void theWebhookDoesNotStartWithout(String name) {
        assertThat(catchThrowable(() -> new WebhookHandler(without(name))))
                .hasMessage("The environment variable " + name + " is not set.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LINE_CHANNEL_SECRET",
                "LINE_CHANNEL_TOKEN",
                "LINE_EVENTS_QUEUE_URL",
                "LINE_ENDS_QUEUE_URL",
                "LINE_PUBLIC_URL",
                "JOBS_BUCKET",
                "UPLOADS_BUCKET",
                "STATE_MACHINE_ARN",
                "STREAM_QUEUE_URL",
                "RETENTION_DAYS"
            })
    void theWorkerDoesNotStartWithout(String name) {
        assertThat(catchThrowable(() -> new WorkerHandler(without(name))))
                .hasMessage("The environment variable " + name + " is not set.");
    }

    private static Map<String, String> without(String name) {
        Map<String, String> rest = new HashMap<>(WHOLE);
        rest.remove(name);
        return rest;
    }
}
