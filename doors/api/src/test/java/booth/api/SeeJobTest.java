package booth.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.Problem;
import booth.core.job.Status;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeeJobTest {
    private final Counter counter = new Counter();
    private final JobId job = counter.running(counter.keyOf("hall"));

    @Test
    void whoKnowsTheIdSeesTheJobWithoutAKey() {
        Reply reply = counter.get("/v1/jobs/" + job);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("/status")).isEqualTo("queued");
        assertThat(reply.header("cache-control")).isEqualTo("no-store");
    }

    @Test
    void anUnknownIdIsNotFoundUntilTheJobIsThere() {
        String later = "f".repeat(32);
        assertThat(counter.get("/v1/jobs/" + later).status()).isEqualTo(404);
        counter.jobs.create(Job.awaitingUpload(
                new JobId(later), counter.jobs.find(job).orElseThrow().request(), counter.now));

        assertThat(counter.get("/v1/jobs/" + later).status()).isEqualTo(200);
    }

    @Test
    void whatCannotBeAnIdIsNotFoundEither() {
        for (String id : List.of("x", "F".repeat(32), "..", "%2e%2e", "a".repeat(5000))) {
            Reply reply = counter.get("/v1/jobs/" + id);
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.code()).isEqualTo("NO_SUCH_JOB");
        }
    }

    @Test
    void eachThingThatExistsIsLinked() {
        counter.folder.write(JobKeys.frame(job), new byte[1]);
        counter.folder.write(
                JobKeys.faces(job),
                "{\"frame\":{\"width\":1024,\"height\":640},\"faces\":[{\"box\":[1,2,3,4],\"attributes\":{}}],\"glasses\":[]}"
                        .getBytes(UTF_8));
        JobKeys names = counter.jobs.find(job).orElseThrow().names();
        counter.folder.write(JobKeys.face(job, 1), new byte[1]);
        counter.folder.write(names.mask(), new byte[1]);
        counter.folder.write(names.picture(2), new byte[1]);

        Reply reply = counter.get("/v1/jobs/" + job);

        assertThat(reply.at("/status")).isEqualTo("running");
        assertThat(reply.at("/stage")).isEqualTo("generate");
        assertThat(reply.at("/url_original")).isEqualTo("https://jobs.example/photo/" + job + "/frame.png");
        assertThat(reply.at("/pictures/0/status")).isEqualTo("pending");
        assertThat(reply.at("/pictures/1/url")).endsWith("/photo_face_2.jpeg");
    }

    @Test
    void aJobThatHasEndedShowsItsTimeAndItsPicturesInBothForms() {
        JobKeys names = counter.jobs.find(job).orElseThrow().names();
        names.pictures().forEach(key -> counter.folder.write(key, new byte[1]));
        counter.jobs.update(
                job,
                running -> running.ended(Status.SUCCEEDED, List.of(), Optional.empty(), counter.now.plusMillis(23401)));

        Reply reply = counter.get("/v1/jobs/" + job);

        assertThat(reply.at("/time_taken")).isEqualTo("23.401");
        assertThat(Contract.parse(reply.at("/url_generated"))).hasSize(3);
    }

    @Test
    void aRejectedPhotoSaysWhy() {
        counter.jobs.update(
                job,
                running -> running.ended(
                        Status.REJECTED,
                        List.of(),
                        Optional.of(new Problem("NO_FACE", "No face.", false)),
                        counter.now));

        assertThat(counter.get("/v1/jobs/" + job).at("/error/code")).isEqualTo("NO_FACE");
    }
}
