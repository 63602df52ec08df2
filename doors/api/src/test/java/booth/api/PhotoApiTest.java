package booth.api;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Busy;
import booth.core.job.ExecutionInput;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.Problem;
import booth.core.job.Status;
import booth.core.watching.ChangeEvent;
import booth.core.watching.Watchers;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhotoApiTest {
    private final Client client = new Client();

    @Test
    void threeLinksAreKnownBeforeAnythingIsMade() {
        String key = client.place("face.jpg");
        client.put(key);

        Reply reply = client.order("/photo-api", key);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("statusCode").intValue()).isEqualTo(200);
        assertThat(reply.json().path("isBase64Encoded").isBoolean()).isTrue();
        assertThat(reply.json().path("isBase64Encoded").booleanValue()).isFalse();
        client.fixture.contract.isA("Promise", reply.at("/body"));
        String store = "https://jobs.example/photo/" + Client.id(key) + "/";
        JsonNode promise = Client.inner(reply);
        assertThat(promise.path("url_original").asText()).isEqualTo("https://uploads.example/" + key);
        assertThat(promise.path("url_generated").isTextual()).isTrue();
        assertThat(Client.links(promise))
                .containsExactly(store + "photo_face_1.jpeg", store + "photo_face_2.jpeg", store + "photo_face_3.jpeg");
    }

    @Test
    void whereThePhotoIsNoLongerKeptTheOriginalIsWhatThePipelineSaw() {
        String key = client.place("face.jpg");
        client.put(key);
        client.order("/photo-api", key);
        client.fixture.now = client.fixture.now.plus(Duration.ofDays(2));

        JsonNode promise = Client.inner(client.order("/photo-api", key));

        assertThat(promise.path("url_original").asText())
                .isEqualTo("https://jobs.example/photo/" + Client.id(key) + "/frame.png");
    }

    @Test
    void anIdReachesTheLinksAndTheExecution() {
        String key = client.place("face.jpg");
        client.put(key);

        List<String> links = Client.links(Client.inner(client.order("/photo-api", key, "abc")));

        assertThat(links).allMatch(link -> link.contains("/photo_abc_"));
        ExecutionInput input =
                Objects.requireNonNull(client.fixture.executions.started().get(Client.id(key) + "-r0"));
        assertThat(input.pictures().stream().map(picture -> "https://jobs.example/" + picture))
                .containsExactlyElementsOf(links);
        assertThat(input.mask()).endsWith("/mask_face.png");
        assertThat(client.job(key).request().requestId()).contains("r-1");
    }

    @ParameterizedTest
    @CsvSource({"a.JPG, a", "a.PNG, a", "dotless, dotless", "a.b.jpg, a", "a b+c.jpg, a b+c"})
    void whateverEndsTheNameThePictureIsAJpeg(String filename, String stem) {
        String key = client.place(filename);

        assertThat(Client.links(Client.inner(client.order("/photo-api", key))))
                .first()
                .asString()
                .endsWith("/photo_" + stem + "_1.jpeg");
    }

    @Test
    void aPhotoThatIsThereIsStartedOnce() {
        String key = client.place("face.jpg");
        client.put(key);

        client.order("/photo-api", key);
        Reply again = client.order("/photo-api", key);

        assertThat(again.status()).isEqualTo(200);
        assertThat(client.fixture.executions.started()).containsOnlyKeys(Client.id(key) + "-r0");
        assertThat(client.job(key).status()).isEqualTo(Status.QUEUED);
    }

    @Test
    void whoWatchesThePhotosJobHearsThatItIsStarted() {
        String key = client.place("face.jpg");
        client.put(key);
        JobId job = client.job(key).jobId();
        new Watchers(client.fixture.store).add(job, "connection");

        client.order("/photo-api", key);

        assertThat(client.fixture.events).containsExactly(ChangeEvent.of(job));
    }

    @Test
    void aPhotoThatIsNotThereYetIsWaitedFor() {
        String key = client.place("face.jpg");

        assertThat(client.order("/photo-api", key, "abc").status()).isEqualTo(200);

        assertThat(client.fixture.executions.started()).isEmpty();
        assertThat(client.job(key).status()).isEqualTo(Status.AWAITING_UPLOAD);
        assertThat(client.job(key).request().id()).contains("abc");
    }

    @Test
    void anotherIdForTheSamePhotoIsRefused() {
        String key = client.place("face.jpg");
        client.order("/photo-api", key, "abc");

        Reply other = client.order("/photo-api", key, "xyz");

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("ALREADY_ORDERED");
        assertThat(client.job(key).request().id()).contains("abc");
    }

    @ParameterizedTest
    @CsvSource({"photo/x.jpg", "docs/0123456789abcdef0123456789abcdef/x", "photo/0123456789abcdef0123456789abcdef/x"})
    void aKeyThatWasNeverGivenOutIsUnknown(String key) {
        Reply reply = client.order("/photo-api", key);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.code()).isEqualTo("NO_SUCH_PHOTO");
    }

    @Test
    void theKeyOfAnotherFileInTheFolderIsUnknownToo() {
        String key = client.place("face.jpg");

        assertThat(client.order("/photo-api", key.replace("face.jpg", "job.json"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatCannotBeStartedNowIsSaidSoAndStartedWhenItIsAskedForAgain() {
        String key = client.place("face.jpg");
        client.put(key);
        client.fixture.stepFunctionsMood = () -> {
            throw new Busy("Step Functions is busy", new IllegalStateException());
        };
        assertThat(client.order("/photo-api", key).status()).isEqualTo(503);
        client.fixture.stepFunctionsMood = () -> {
            throw new IllegalStateException("broken");
        };
        assertThat(client.order("/photo-api", key).status()).isEqualTo(500);
        client.fixture.stepFunctionsMood = () -> {};

        assertThat(client.order("/photo-api", key).status()).isEqualTo(200);

        assertThat(client.fixture.executions.started()).hasSize(1);
    }

    @Test
    void whoAsksAgainForWhatCameToNothingLearnsIt() {
        String key = client.place("face.jpg");
        client.order("/photo-api", key);
        client.fixture.jobs.update(
                Client.id(key),
                job -> job.ended(
                        Status.REJECTED,
                        List.of(),
                        Optional.of(new Problem("NO_FACE", "No face was found.", false)),
                        client.fixture.now));

        Reply reply = client.order("/photo-api", key);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.code()).isEqualTo("NO_FACE");
    }

    @Test
    void anOperatorWhoReplaysAHeldJobSettlesItsNames() {
        String key = client.place("face.jpg");
        client.put(key);
        Job held = client.job(key);
        client.fixture.jobs.update(held.jobId(), job -> job.queued(0, client.fixture.now));

        assertThat(client.order("/photo-api", key, "abc").status()).isEqualTo(409);
        assertThat(client.order("/photo-api", key).status()).isEqualTo(200);
    }

    @Test
    void whatTheApiDoesNotKnowOfABodyIsLeftAlone() {
        String key = client.place("face.jpg");

        assertThat(client.fixture
                        .ask(
                                "POST",
                                "/photo-api",
                                Map.of(),
                                "{\"requestId\":\"r\",\"key\":\"" + key + "\",\"id\":\"\",\"more\":[1]}")
                        .status())
                .isEqualTo(200);
        assertThat(client.job(key).request().id()).isEmpty();
    }

    @Test
    void aBodyWithoutAKeyIsRefused() {
        Reply reply = client.fixture.ask("POST", "/photo-api", Map.of(), "{\"requestId\":\"r\"}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/detail")).contains("'key'");
    }
}
