package booth.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.Problem;
import booth.core.job.Status;
import booth.http.Contract;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeeJobTest {
    private final ApiFixture fixture = new ApiFixture();
    private final JobId job = fixture.running(fixture.keyOf("hall"));

    @Test
    void whoKnowsTheIdSeesTheJobWithoutAKey() {
        Reply reply = fixture.get("/v1/jobs/" + job);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("/status")).isEqualTo("queued");
        assertThat(reply.header("cache-control")).isEqualTo("no-store");
    }

    @Test
    void anUnknownIdIsNotFoundUntilTheJobIsThere() {
        String later = "f".repeat(32);
        assertThat(fixture.get("/v1/jobs/" + later).status()).isEqualTo(404);
        fixture.jobs.create(Job.awaitingUpload(
                new JobId(later), fixture.jobs.find(job).orElseThrow().request(), fixture.now));

        assertThat(fixture.get("/v1/jobs/" + later).status()).isEqualTo(200);
    }

    @Test
    void whatCannotBeAnIdIsNotFoundEither() {
        for (String id : List.of("x", "F".repeat(32), "..", "%2e%2e", "a".repeat(5000))) {
            Reply reply = fixture.get("/v1/jobs/" + id);
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.code()).isEqualTo("NO_SUCH_JOB");
        }
    }

    @Test
    void eachThingThatExistsIsLinked() {
        fixture.store.write(JobKeys.frame(job), new byte[1]);
        fixture.store.write(
                JobKeys.faces(job),
                "{\"frame\":{\"width\":1024,\"height\":640},\"faces\":[{\"box\":[1,2,3,4],\"attributes\":{}}],\"glasses\":[]}"
                        .getBytes(UTF_8));
        JobKeys keys = fixture.jobs.find(job).orElseThrow().keys();
        fixture.store.write(JobKeys.face(job, 1), new byte[1]);
        fixture.store.write(keys.mask(), new byte[1]);
        fixture.store.write(keys.picture(2), new byte[1]);

        Reply reply = fixture.get("/v1/jobs/" + job);

        assertThat(reply.at("/status")).isEqualTo("running");
        assertThat(reply.at("/stage")).isEqualTo("generate");
        assertThat(reply.at("/url_original")).isEqualTo("https://uploads.example/" + keys.upload());
        assertThat(reply.at("/frame")).isEqualTo("https://jobs.example/photo/" + job + "/frame.png");
        assertThat(reply.at("/pictures/0/status")).isEqualTo("pending");
        assertThat(reply.at("/pictures/1/url")).endsWith("/photo_face_2.jpeg");
    }

    @Test
    void aJobThatHasEndedShowsItsTimeAndItsPicturesInBothForms() {
        JobKeys keys = fixture.jobs.find(job).orElseThrow().keys();
        keys.pictures().forEach(key -> fixture.store.write(key, new byte[1]));
        fixture.jobs.update(
                job,
                running -> running.ended(Status.SUCCEEDED, List.of(), Optional.empty(), fixture.now.plusMillis(23401)));

        Reply reply = fixture.get("/v1/jobs/" + job);

        assertThat(reply.at("/time_taken")).isEqualTo("23.401");
        assertThat(Contract.parse(reply.at("/url_generated"))).hasSize(3);
    }

    @Test
    void aRejectedPhotoSaysWhy() {
        fixture.jobs.update(
                job,
                running -> running.ended(
                        Status.REJECTED,
                        List.of(),
                        Optional.of(new Problem("NO_FACE", "No face.", false)),
                        fixture.now));

        assertThat(fixture.get("/v1/jobs/" + job).at("/error/code")).isEqualTo("NO_FACE");
    }
}
