package booth.api;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.job.JobId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A call that is repeated with its idempotency key. */
class IdempotencyTest extends WithABooth {
    @Test
    void aRepeatedCallWithItsKeyIsTheSameJobWithAFreshUpload() {
        JobId first = post(ApiFixture.PHOTO, "k1").job();
        fixture.now = ApiFixture.START.plusSeconds(60);

        Reply again =
                post("{ \"contentLength\": 2000000, \"contentType\":\"image/jpeg\", \"filename\":\"face.jpg\"}", "k1");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.job()).isEqualTo(first);
        assertThat(again.at("/upload/url")).contains("X-Amz-Expires=300");
        assertThat(ids(fixture.store)).containsOnly(first);
    }

    @Test
    void onceThePhotoHasArrivedARepeatedCallHasNoUpload() {
        JobId first = post(ApiFixture.PHOTO, "k1").job();
        fixture.jobs.update(first, job -> job.queued(0, fixture.now));

        Reply again = post(ApiFixture.PHOTO, "k1");

        assertThat(again.at("/status")).isEqualTo("queued");
        assertThat(again.json().has("upload")).isFalse();
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        post(ApiFixture.PHOTO, "k1");

        Reply other = post("{\"filename\":\"other.jpg\",\"contentType\":\"image/jpeg\"}", "k1");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void twoBoothsMayHaveTheSameIdempotencyKey() {
        Map<String, String> tower = ApiFixture.and(fixture.keyOf("tower"), "Idempotency-Key", "k1");

        Reply there = fixture.ask("POST", "/v1/jobs", tower, ApiFixture.PHOTO);

        assertThat(there.job()).isNotEqualTo(post(ApiFixture.PHOTO, "k1").job());
    }

    @Test
    void theKeyOfAnErasedJobOpensNoOther() {
        JobId first = post(ApiFixture.PHOTO, "k1").job();
        fixture.ask("DELETE", "/v1/jobs/" + first, hall, "");

        Reply again = post(ApiFixture.PHOTO, "k1");

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("JOB_ERASED");
    }

    @Test
    void anIdempotencyKeyOfBlanksIsRefusedBeforeAnythingIsOpened() {
        assertThat(post(ApiFixture.PHOTO, "a b").code()).isEqualTo("INVALID_IDEMPOTENCY_KEY");
        assertThat(fixture.store.list("photo/")).isEmpty();
    }
}
