package booth.garden.visitors;

import static booth.garden.visitors.VisitorsFixture.man;
import static booth.garden.visitors.VisitorsFixture.woman;
import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Json;
import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.Status;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VisitorsTest {
    private final VisitorsFixture fixture = new VisitorsFixture();

    @Test
    void aFaceOfAFinishedJobIsARowWithExactlyTheDocumentedFields() {
        JobId job = fixture.visited(man(30, "HAPPY", "Smile", "Beard"));

        JsonNode row = VisitorsFixture.json(Json.text(fixture.visitors().get(0)));
        String id = row.path("id").asText();
        assertThat(UUID.fromString(id)).hasToString(id);
        assertThat(row).isEqualTo(VisitorsFixture.json("""
                        {"id": "%1$s", "name": "%1$s", "key": "photo/%2$s/frame.png", "bucket": "booth-jobs",
                         "age": 30.0, "emotions": "HAPPY", "smile": true, "eyeglasses": false, "sunglasses": false,
                         "gender": "Male", "beard": true, "mustache": false, "eyesOpen": false, "mouthOpen": false,
                         "generation": "adult", "time": "2026-11-22 12:07:00", "createdAt": "2026-11-22T03:07:00Z"}
                        """.formatted(id, job)));
        assertThat(id).as("names no job").isNotEqualTo(job.value());
    }

    @Test
    void everyFaceHasARowOfItsOwnAndTheSameOneEachTime() {
        fixture.visited(man(30, "HAPPY"), woman(20, "SAD"), woman(40, "CALM"));

        List<Visitor> rows = fixture.visitors();

        assertThat(rows).extracting(Visitor::age).containsExactly(30.0, 20.0, 40.0);
        assertThat(rows).extracting(Visitor::id).doesNotHaveDuplicates();
        assertThat(fixture.visitors()).isEqualTo(rows);
    }

    @Test
    void onlyWhoGotAPictureHasVisited() {
        for (Status status : Status.values()) fixture.visited("hall", VisitorsFixture.NOON, status, man(30, "HAPPY"));

        assertThat(fixture.visitors()).as("succeeded and partial").hasSize(2);
    }

    @Test
    void theDayBeginsNineHoursBeforeThatOfUtcAndAllBoothsCount() {
        fixture.visited("hall", Instant.parse("2026-11-21T14:59:59Z"), Status.SUCCEEDED, man(1, "HAPPY"));
        fixture.visited("hall", Instant.parse("2026-11-21T15:00:00Z"), Status.SUCCEEDED, man(2, "HAPPY"));
        fixture.visited("hall-2", Instant.parse("2026-11-22T14:59:59Z"), Status.SUCCEEDED, man(3, "HAPPY"));
        fixture.visited("hall", Instant.parse("2026-11-22T15:00:00Z"), Status.SUCCEEDED, man(4, "HAPPY"));

        assertThat(fixture.visitors()).extracting(Visitor::age).containsExactlyInAnyOrder(2.0, 3.0);
    }

    @Test
    void moreJobsThanAPageOfTheIndexHasAreAllRead() {
        for (int i = 0; i < 1100; i++)
            fixture.visited("hall", VisitorsFixture.NOON.plusMillis(i), Status.SUCCEEDED, man(30, "HAPPY"));

        assertThat(fixture.visitors()).hasSize(1100);
    }

    @Test
    void anErasedGuestHasNoRow() {
        fixture.visited(man(30, "HAPPY"));
        JobId erased = fixture.visited(man(60, "SAD"));

        fixture.erase().erase(erased);

        assertThat(fixture.visitors()).extracting(Visitor::age).containsExactly(30.0);
        assertThat(fixture.jobs.list("")).noneMatch(entry -> entry.key().contains(erased.value()));
    }

    /** The erasure begins when his face has been read already. */
    @Test
    void whoIsErasedWhileVisitorsAreReadHasNoRow() {
        JobId erased = fixture.visited(man(60, "SAD"));
        fixture.visited(man(30, "HAPPY"));
        ErasingStore crossing = new ErasingStore(
                fixture.jobs, JobKeys.faces(erased), () -> fixture.erase().begin(erased));

        assertThat(new Visitors(crossing, "booth-jobs").of(VisitorsFixture.TODAY))
                .extracting(Visitor::age)
                .containsExactly(30.0);
    }

    @Test
    void aJobThatNobodyCanReadHidesNoOther() {
        JobId damaged = fixture.visited(man(60, "SAD"));
        fixture.jobs.write(JobKeys.jobRecord(damaged), new byte[] {'?'});
        JobId strange = fixture.visited(man(61, "SAD"));
        fixture.jobs.write(JobKeys.faces(strange), new byte[] {'?'});
        fixture.visited(man(30, "HAPPY"), "{\"who\": \"knows\"}");

        assertThat(fixture.visitors()).extracting(Visitor::age).containsExactly(30.0);
    }
}
