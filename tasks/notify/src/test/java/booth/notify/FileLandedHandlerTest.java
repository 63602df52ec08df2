package booth.notify;

import static org.assertj.core.api.Assertions.assertThat;

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
    void aJobNobodyWatchesIsNotLookedAt() {
        fixture.store.write("photo/" + NotifyFixture.JOB + "/job.json", new byte[] {'?'}); // looking at it would fail

        fixture.heardOf("photo/" + NotifyFixture.JOB + "/face-1.png");

        assertThat(fixture.received).isEmpty();
    }

    @Test
    void strangeKeysAreNoProgress() {
        fixture.watches("one");

        fixture.heardOf("photo/x/face.png", "docs/a b.png");

        assertThat(fixture.received).isEmpty();
    }
}
