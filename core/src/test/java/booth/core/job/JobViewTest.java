package booth.core.job;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Json;
import booth.core.TestJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobViewTest extends WithAJob {
    @Test
    void anUnknownJobHasNoView() {
        assertThat(JobView.of(JobId.random(), store, key -> key)).isEmpty();
    }

    @Test
    void aJobWhoseFacesAreErasedWhileItIsLookedAtIsSeenWithoutThem() {
        writeFaces(1);
        ObjectStore erased = new MortalStore(store, Integer.MAX_VALUE) {
            @Override
            public List<Entry> list(String prefix) {
                List<Entry> files = super.list(prefix);
                store.delete(JobKeys.faces(id));
                return files;
            }
        };

        assertThat(JobView.of(id, erased, key -> key))
                .hasValueSatisfying(view -> assertThat(view.faces()).isEmpty());
    }

    @Test
    void aHeldJobLooksLikeOneThatWaits() {
        Job held = Job.held(JobId.random(), job.request(), NOON);
        jobs.create(held);

        assertThat(JobView.of(held.jobId(), store, key -> key)).hasValueSatisfying(view -> {
            assertThat(view.status()).isEqualTo(Status.AWAITING_UPLOAD);
            assertThat(view.stage()).isEqualTo(Stage.UPLOAD);
        });
    }

    @Test
    void anEndedJobSpeaksAsOldClientsExpect() {
        jobs.update(id, at -> at.queued(0, NOON.plusSeconds(5)));
        writeFaces(1);
        store.write(JobKeys.frame(id), PIXELS);
        store.write(job.keys().mask(), PIXELS);
        for (int i = 1; i <= 2; i++) store.write(job.keys().picture(i), PIXELS);
        Problem filtered = new Problem("FILTERED", "The model declined.", false);
        jobs.update(
                id,
                at -> at.ended(
                        Status.PARTIAL,
                        List.of(
                                new Job.PictureResult(1, Optional.of(job.keys().picture(1)), Optional.empty()),
                                new Job.PictureResult(2, Optional.of(job.keys().picture(2)), Optional.empty()),
                                new Job.PictureResult(3, Optional.empty(), Optional.of(filtered))),
                        Optional.empty(),
                        NOON.plusMillis(28_401)));

        JsonNode json = Json.MAPPER.valueToTree(view());

        assertThat(json.path("status").asText()).isEqualTo("partial");
        assertThat(json.path("id").asText()).isEqualTo("abc");
        assertThat(json.path("requestId").asText()).isEqualTo("r-1");
        assertThat(json.path("time_taken").asText()).isEqualTo("23.401");
        assertThat(json.path("url_original").asText()).isEqualTo("https://x/" + JobKeys.frame(id));
        assertThat(TestJson.read(json.path("url_generated").asText(), String[].class))
                .containsExactly(
                        "https://x/" + job.keys().picture(1),
                        "https://x/" + job.keys().picture(2));
        assertThat(json.at("/pictures/2/status").asText()).isEqualTo("failed");
        assertThat(json.at("/pictures/2/error/code").asText()).isEqualTo("FILTERED");
        assertThat(json.at("/faces/found").asInt()).isEqualTo(1);
        assertThat(json.at("/faces/frame/height").asInt()).isEqualTo(640);
        assertThat(json.toString()).doesNotContain("attributes").doesNotContain("null");
    }

    @Test
    void theOriginalIsThePhotoAsItWasSentWhileThatIsKept() {
        store.write(JobKeys.frame(id), PIXELS);
        JobLinks links = new JobLinks() {
            @Override
            public String apply(String key) {
                return "https://jobs/" + key;
            }

            @Override
            public Optional<String> photo(Job job) {
                return Optional.of("https://uploads/" + job.keys().upload());
            }
        };

        JobView view = JobView.of(id, store, links).orElseThrow();

        assertThat(view.legacy().urlOriginal())
                .contains("https://uploads/" + job.keys().upload());
        assertThat(view.results().frame()).contains("https://jobs/" + JobKeys.frame(id));
    }

    @Test
    void aRejectedJobSaysWhy() {
        jobs.update(
                id,
                at -> at.queued(0, NOON)
                        .ended(
                                Status.REJECTED,
                                List.of(),
                                Optional.of(new Problem("NO_FACE", "Step closer.", false)),
                                NOON));

        assertThat(view().status()).isEqualTo(Status.REJECTED);
        assertThat(view().error()).contains(new Problem("NO_FACE", "Step closer.", false));
        assertThat(view().legacy().urlGenerated()).contains("[]");
        assertThat(Double.parseDouble(view().legacy().timeTaken().orElseThrow()))
                .isPositive();
    }

    @Test
    void aJobThatWaitsHasNoTimeAndNoPicturesYet() {
        JsonNode json = Json.MAPPER.valueToTree(view());

        for (String absent :
                List.of("time_taken", "url_generated", "url_original", "error", "frame", "mask", "faces", "endedAt"))
            assertThat(json.has(absent)).as(absent).isFalse();
    }
}
