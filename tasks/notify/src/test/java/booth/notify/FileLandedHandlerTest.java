package booth.notify;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.job.JobKeys;
import booth.core.job.WaitingList;
import org.junit.jupiter.api.Test;

class FileLandedHandlerTest {
    private final NotifyFixture fixture = new NotifyFixture();

    @Test
    void aPictureThatLandsIsSeenByThoseWhoWatch() {
        fixture.watches("one=");
        fixture.pictureLanded(2);

        fixture.heardOf(NotifyFixture.picture(2));

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

        fixture.heardOf(NotifyFixture.picture(1));

        assertThat(fixture.received).containsOnlyKeys("live");
        assertThat(fixture.store.list(NotifyFixture.marker(""))).hasSize(1);
    }

    @Test
    void ofAJobNobodyWatchesOnlyTheRecordIsLookedAt() {
        fixture.store.write(JobKeys.faces(NotifyFixture.JOB), new byte[] {'?'}); // looking at it would fail

        fixture.heardOf("photo/" + NotifyFixture.JOB + "/face-1.png");

        assertThat(fixture.received).isEmpty();
    }

    /** Its writer died before he could take it back. */
    @Test
    void whatLandsWhileOrAfterItsJobIsErasedIsDeleted() {
        fixture.pictureLanded(1);
        fixture.jobs.beginErasing(NotifyFixture.JOB, NotifyFixture.NOW);
        fixture.heardOf(NotifyFixture.picture(1));
        assertThat(fixture.store.exists(NotifyFixture.picture(1))).isFalse();

        fixture.jobs.remove(NotifyFixture.JOB);
        String mask = JobKeys.folder(NotifyFixture.JOB) + "mask_face.png";
        fixture.store.write(mask, new byte[1]);
        new WaitingList(fixture.store).join(NotifyFixture.JOB, NotifyFixture.NOW);
        fixture.heardOf(mask);

        assertThat(fixture.store.exists(mask)).isFalse();
        assertThat(fixture.store.list("line/")).isEmpty();
    }

    @Test
    void strangeKeysAreNoProgress() {
        fixture.watches("one");

        fixture.heardOf("photo/x/face.png", "docs/a b.png");

        assertThat(fixture.received).isEmpty();
    }
}
