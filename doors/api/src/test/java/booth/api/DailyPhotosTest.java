package booth.api;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Concurrently;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Photos without a key cost somebody money; strangers may have some of them a day, however many strangers there are. */
class DailyPhotosTest {
    private final Client client = new Client();
    private final ApiFixture api = client.fixture;

    @Test
    void aDayHasSoManyPhotosWithoutAKeyWhateverTheAddress() {
        api.dailyPhotos(3);
        for (int i = 0; i < 3; i++) {
            api.address = "203.0.113." + i;
            assertThat(upload().status()).isEqualTo(200);
        }

        Reply refused = upload();

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("DAILY_PHOTOS_USED_UP");
        assertThat(api.store.list("booths/public/")).hasSize(3);
        assertThat(api.log).anySatisfy(line -> assertThat(line).contains("\"event\":\"daily_photos_used_up\""));
    }

    @Test
    void theNextDayBeginsWhereRetryAfterSays() {
        api.dailyPhotos(1);
        upload();
        api.now = Instant.parse("2026-11-21T22:30:00.250Z");

        assertThat(upload().header("retry-after")).isEqualTo("5400");
        api.now = api.now.plusSeconds(5399);
        assertThat(upload().status()).isEqualTo(429);
        api.now = api.now.plusSeconds(1);
        assertThat(upload().status()).isEqualTo(200);
    }

    @Test
    void otherFilesAreCountedLikePhotos() {
        api.dailyPhotos(1);
        assertThat(client.upload("docs", "x", "image/png").status()).isEqualTo(200);

        assertThat(upload().status()).isEqualTo(429);
    }

    @Test
    void whatIsRefusedForAnotherReasonIsNotCounted() {
        api.dailyPhotos(1);
        client.upload("photo", "../x", "image/png");
        client.upload("photo", "x", "text/plain");

        assertThat(upload().status()).isEqualTo(200);
    }

    @Test
    void anOrderIsNotCountedHoweverOftenItIsRepeated() {
        api.dailyPhotos(1);
        String key = client.place("face.jpg");
        client.put(key);

        for (int i = 0; i < 3; i++)
            assertThat(client.order("/photo-api", key).status()).isEqualTo(200);
    }

    @Test
    void aBoothsKeyIsNotCounted() {
        Map<String, String> key = api.keyOf("hall");
        api.dailyPhotos(0);

        assertThat(client.upload("photo", "x", "image/png", key).status()).isEqualTo(200);
        assertThat(upload().status()).isEqualTo(401);
    }

    @Test
    void aRestartForgetsNothing() {
        api.dailyPhotos(2);
        upload();
        api.dailyPhotos(2);
        upload();
        api.dailyPhotos(2);

        assertThat(upload().status()).isEqualTo(429);
    }

    @Test
    void aCrowdThatMeetsManyInstancesGetsEveryPhotoAndNoneMore() {
        List<Client> instances =
                IntStream.range(0, 4).mapToObj(i -> client.again(25)).toList();
        List<Client> crowd = Collections.nCopies(10, instances).stream()
                .flatMap(List::stream)
                .toList();

        List<Integer> answers = Concurrently.each(
                crowd, one -> one.upload("photo", "x", "image/png").status());

        assertThat(answers).filteredOn(status -> status == 200).hasSize(25);
        assertThat(answers).filteredOn(status -> status == 429).hasSize(15);
        assertThat(api.store.list("legacy/")).hasSize(25);
    }

    private Reply upload() {
        return client.upload("photo", "x.jpg", "image/jpeg");
    }
}
