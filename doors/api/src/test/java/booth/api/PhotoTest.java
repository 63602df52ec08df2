package booth.api;

import static org.assertj.core.api.Assertions.assertThat;

import booth.api.legacy.JobWaiter;
import booth.core.job.ExecutionInput;
import booth.core.job.PictureMode;
import booth.core.job.Problem;
import booth.core.job.Status;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhotoTest {
    private final Client client = new Client();

    @Test
    void whoWaitsGetsThePictures() {
        String key = ready();
        after(Duration.ofSeconds(8), () -> client.paint(key, Status.SUCCEEDED, 1, 2, 3));

        Reply reply = client.order("/photo", key, "abc");

        assertThat(reply.status()).isEqualTo(200);
        JsonNode pictures = reply.json();
        String store = "https://jobs.example/photo/" + Client.id(key) + "/";
        assertThat(pictures.path("url_original").asText()).isEqualTo("https://uploads.example/" + key);
        assertThat(Client.links(pictures))
                .containsExactly(store + "photo_abc_1.jpeg", store + "photo_abc_2.jpeg", store + "photo_abc_3.jpeg");
        assertThat(pictures.path("time_taken").isTextual()).isTrue();
        assertThat(Double.parseDouble(pictures.path("time_taken").asText())).isBetween(8.0, 9.0);
        assertThat(pictures).hasSize(3);
    }

    @Test
    void picturesThatFailedHaveNoLink() {
        String key = ready();
        after(Duration.ofSeconds(1), () -> client.paint(key, Status.PARTIAL, 1, 3));

        Reply reply = client.order("/photo", key);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(Client.links(reply.json())).hasSize(2).noneMatch(link -> link.endsWith("_2.jpeg"));
    }

    @Test
    void after25SecondsTheJobGoesOnWithoutTheClient() {
        String key = ready();

        Reply reply = client.order("/photo", key);

        assertThat(Duration.between(ApiFixture.START, client.fixture.now)).isEqualTo(JobWaiter.LONGEST);
        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.at("/status")).isEqualTo("queued");
        assertThat(reply.job()).isEqualTo(Client.id(key));
        assertThat(reply.at("/links/self"))
                .isEqualTo("/v1/jobs/" + Client.id(key))
                .isEqualTo(reply.header("location"));
    }

    @Test
    void whoCallsAgainGetsWhatIsReadyMeanwhile() {
        String key = ready();
        client.order("/photo", key);
        client.paint(key, Status.SUCCEEDED, 1, 2, 3);

        assertThat(client.order("/photo", key).status()).isEqualTo(200);
        assertThat(client.fixture.executions.started()).hasSize(1);
    }

    @Test
    void aPhotoThatComesWhileItIsWaitedForIsMade() {
        String key = client.place("face.jpg");
        after(Duration.ofSeconds(3), () -> client.paint(key, Status.SUCCEEDED, 1, 2, 3));

        assertThat(client.order("/photo", key).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"REJECTED, NO_FACE, 422", "FAILED, NO_PICTURE, 500", "CANCELED, CANCELED, 409"})
    void whatCameToNothingIsAProblemWithItsOwnCode(Status end, String code, int status) {
        String key = ready();
        Problem why = new Problem(code, "It did not work out.", false);
        after(
                Duration.ofSeconds(1),
                () -> client.fixture.jobs.update(
                        Client.id(key), job -> job.ended(end, List.of(), Optional.of(why), client.fixture.now)));

        Reply reply = client.order("/photo", key);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.header("content-type")).isEqualTo("application/problem+json");
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.at("/detail")).isEqualTo("It did not work out.");
    }

    @Test
    void aJobThatIsErasedMeanwhileIsGone() {
        String key = ready();
        after(Duration.ofSeconds(1), () -> client.fixture.store.delete("photo/" + Client.id(key) + "/job.json"));

        assertThat(client.order("/photo", key).status()).isEqualTo(404);
    }

    @Test
    void eachFaceMayHaveItsPicture() {
        String key = ready();
        client.findFaces(key, 2);
        after(Duration.ofSeconds(1), () -> client.paint(key, Status.SUCCEEDED, 1, 2));

        Reply reply = client.order("/multiphoto", key, "abc");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(Client.links(reply.json())).hasSize(2).last().asString().endsWith("/photo_abc_2.jpeg");
        ExecutionInput input =
                Objects.requireNonNull(client.fixture.executions.started().get(Client.id(key) + "-r0"));
        assertThat(input.mode()).isEqualTo(PictureMode.EACH);
    }

    @Test
    void aPhotoOrderedOneWayIsNotMadeAnother() {
        String key = ready();
        client.order("/photo", key);

        assertThat(client.order("/multiphoto", key).code()).isEqualTo("ALREADY_ORDERED");
        assertThat(client.fixture.executions.started()).hasSize(1);
    }

    private String ready() {
        String key = client.place("face.jpg");
        client.put(key);
        return key;
    }

    /** Once, when that much time has passed since the start. */
    private void after(Duration time, Runnable happens) {
        client.fixture.meanwhile = () -> {
            if (client.fixture.now.isBefore(ApiFixture.START.plus(time))) return;
            client.fixture.meanwhile = () -> {};
            happens.run();
        };
    }
}
