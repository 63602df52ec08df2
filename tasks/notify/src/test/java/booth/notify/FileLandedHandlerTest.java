package booth.notify;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.function.NoContext;
import booth.core.job.JobKeys;
import booth.core.job.WaitingList;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3BucketEntity;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3Entity;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3EventNotificationRecord;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3ObjectEntity;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.UserIdentityEntity;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FileLandedHandlerTest {
    private final NotifyFixture fixture = new NotifyFixture();

    @Test
    void aPictureThatLandsIsSeenByThoseWhoWatch() {
        fixture.watches("one=");
        fixture.pictureLanded(2);

        landed(NotifyFixture.picture(2));

        assertThat(fixture.received.get("one=")).singleElement().satisfies(view -> {
            assertThat(view.path("pictures").path(1).path("status").asText()).isEqualTo("succeeded");
            assertThat(view.path("pictures").path(1).path("url").asText())
                    .isEqualTo("https://link/" + NotifyFixture.picture(2));
        });
        assertThat(fixture.announced).isEmpty();
    }

    @Test
    void aClosedConnectionLosesItsMarker() {
        fixture.watches("dead");
        fixture.watches("live");
        fixture.closed.add("dead");

        landed(NotifyFixture.picture(1));

        assertThat(fixture.received).containsOnlyKeys("live");
        assertThat(fixture.store.list(NotifyFixture.marker(""))).hasSize(1);
    }

    @Test
    void ofAJobNobodyWatchesOnlyTheRecordIsLookedAt() {
        fixture.store.write(JobKeys.faces(NotifyFixture.JOB), new byte[] {'?'}); // looking at it would fail

        landed(NotifyFixture.picture(1));

        assertThat(fixture.received).isEmpty();
    }

    /** Its writer died before he could take it back. */
    @Test
    void whatLandsWhileOrAfterItsJobIsErasedIsDeleted() {
        fixture.pictureLanded(1);
        fixture.jobs.beginErasing(NotifyFixture.JOB, NotifyFixture.NOW);
        landed(NotifyFixture.picture(1));
        assertThat(fixture.store.exists(NotifyFixture.picture(1))).isFalse();

        fixture.jobs.remove(NotifyFixture.JOB);
        String mask = JobKeys.folder(NotifyFixture.JOB) + "mask_face.png";
        fixture.store.write(mask, new byte[1]);
        new WaitingList(fixture.store).join(NotifyFixture.JOB, NotifyFixture.NOW);
        landed(mask);

        assertThat(fixture.store.exists(mask)).isFalse();
        assertThat(fixture.store.list("line/")).isEmpty();
    }

    @Test
    void strangeKeysAreNoProgress() {
        fixture.watches("one");

        landed("photo/x/face.png", "docs/a b.png");

        assertThat(fixture.received).isEmpty();
    }

    private void landed(String... keys) {
        S3Event event = new S3Event(Arrays.stream(keys)
                .map(key -> record(URLEncoder.encode(key, StandardCharsets.UTF_8)))
                .toList());
        new FileLandedHandler(fixture.progress()).handleRequest(event, NoContext.get());
    }

    private static S3EventNotificationRecord record(String key) {
        UserIdentityEntity nobody = new UserIdentityEntity("nobody");
        S3Entity s3 = new S3Entity(
                "c", new S3BucketEntity("jobs", nobody, "arn"), new S3ObjectEntity(key, 1L, "e", "v", "s"), "1.0");
        return new S3EventNotificationRecord(
                "us-west-2", "ObjectCreated:Put", "aws:s3", "2026-11-21T10:00:00Z", "2.1", null, null, s3, nobody);
    }
}
