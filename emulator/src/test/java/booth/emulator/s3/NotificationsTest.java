package booth.emulator.s3;

import static org.assertj.core.api.Assertions.assertThat;

import booth.emulator.account.TestAccount;
import booth.emulator.spool.Spool;
import booth.emulator.wire.Json;
import com.fasterxml.jackson.core.JacksonException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotificationsTest {
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Path folder;
    private Notifications notifications;

    NotificationsTest(@TempDir Path folder) {
        this.folder = folder;
        notifications = start();
    }

    @AfterEach
    void stop() {
        notifications.close();
    }

    private Notifications start() {
        Notifications started = new Notifications(TestAccount.LOCAL, new Spool(folder));
        started.add(new Notification("jobs", "s3:ObjectCreated:*", "photo/", "", "queue"));
        started.add(new Removals() {
            @Override
            public boolean concern(String bucket, String key) {
                return key.startsWith("photo/");
            }

            @Override
            public void removed(String bucket, String key) {
                told.add("gone " + bucket + " " + key);
            }
        });
        return started;
    }

    private void restart() {
        notifications.close();
        notifications = start();
    }

    @Test
    void aWriteThatWasUnderWayIsToldOfAfterTheStartIfItWasDone() {
        notifications.before(put("photo/done.png"));
        notifications.before(put("photo/undone.png"));
        restart();

        notifications.open(
                event -> event.key().contains("/done") ? Optional.of(event.with(7, "etag")) : Optional.empty(),
                this::tell);

        Awaitility.await().until(() -> told.size() == 1);
        assertThat(told).containsExactly("queue photo/done.png 7");
        assertThat(new Spool(folder).names()).isEmpty();
    }

    @Test
    void whatWasNotTakenIsToldOfAgain() {
        notifications.open(Optional::of, (target, message) -> {
            throw new IllegalStateException("not now");
        });
        notifications.after(notifications.before(put("photo/a.png")), put("photo/a.png"));
        restart();

        notifications.open(Optional::of, this::tell);

        Awaitility.await().until(() -> told.size() == 1);
    }

    @Test
    void whatHappensBeforeAnybodyListensIsToldOfWhenTheyDo() {
        String first = notifications.before(put("photo/a.png"));
        notifications.after(first, put("photo/a.png").with(3, "etag"));
        notifications.after(notifications.before(put("other/b.png")), put("other/b.png"));
        assertThat(told).isEmpty();

        notifications.open(event -> Optional.empty(), this::tell);

        Awaitility.await().until(() -> told.size() == 1);
        assertThat(told).containsExactly("queue photo/a.png 3");
        Awaitility.await().until(() -> new Spool(folder).names().isEmpty());
    }

    @Test
    void whoWantsToHearOfRemovalsDoesAndOfNothingElse() {
        notifications.open(Optional::of, this::tell);
        ObjectEvent kept = new ObjectEvent("ObjectRemoved:Delete", "jobs", "keys/a", 0, "", "1", Instant.now());

        for (ObjectEvent event : List.of(removed("photo/a.json"), kept, put("photo/b.json")))
            notifications.after(notifications.before(event), event);

        Awaitility.await().until(() -> told.size() == 2);
        assertThat(told).containsExactly("gone jobs photo/a.json", "queue photo/b.json 0");
    }

    @Test
    void aRemovalThatWasUnderWayIsHeardOfAfterTheStart() {
        notifications.before(removed("photo/a.json"));
        restart();

        notifications.open(Optional::of, this::tell);

        Awaitility.await().until(() -> told.size() == 1);
        assertThat(told).containsExactly("gone jobs photo/a.json");
    }

    @Test
    void bucketsThatAreStillBeingMadeAskToComeAgain(@TempDir Path buckets) throws Exception {
        S3Server server = new S3Server(buckets, 0, TestAccount.LOCAL, () -> 0, notifications);
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/jobs/a"))
                    .build();
            HttpResponse<String> early = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            server.open();
            HttpResponse<String> later = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(early.statusCode()).isEqualTo(503);
            assertThat(early.headers().firstValue("Retry-After")).contains("1");
            assertThat(early.body()).contains("<Code>SlowDown</Code>");
            assertThat(later.statusCode()).as("of whoever has signed nothing").isEqualTo(403);
        } finally {
            server.close();
        }
    }

    @Test
    void whatWasNotWrittenIsForgotten() {
        notifications.never(notifications.before(put("photo/a.png")));

        assertThat(new Spool(folder).names()).isEmpty();
    }

    private void tell(String target, String message) {
        try {
            var object = Json.MAPPER.readTree(message).at("/Records/0/s3/object");
            told.add(target + " " + object.path("key").asText() + " "
                    + object.path("size").asLong());
        } catch (JacksonException e) {
            throw new IllegalArgumentException(message, e);
        }
    }

    private static ObjectEvent removed(String key) {
        return new ObjectEvent("ObjectRemoved:Delete", "jobs", key, 0, "", "0", Instant.now());
    }

    private static ObjectEvent put(String key) {
        return new ObjectEvent("ObjectCreated:Put", "jobs", key, 0, "", "0", Instant.now());
    }
}
