package booth.api;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.job.ExecutionInput;
import booth.core.job.Executions.State;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OperateTest {
    private final Counter counter = new Counter();
    private final Map<String, String> hall = counter.keyOf("hall");
    private final JobId job = counter.running(hall);

    @Test
    void aFailedJobIsRedrivenFromWhereItFailed() {
        counter.executions.end(job + "-r0", State.FAILED, "Oops", "Segment");
        counter.folder.write(JobKeys.frame(job), new byte[1]);
        end(Status.FAILED);

        Reply reply = post("replay");

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.at("/result")).isEqualTo("redriven");
        assertThat(reply.at("/execution")).isEqualTo(job + "-r0");
        assertThat(reply.at("/from")).isEqualTo("Segment");
        assertThat(reply.at("/message")).startsWith("It is redriven as " + job + "-r0 from Segment; ");
        assertThat(counter.executions.find(job + "-r0")).map(run -> run.state()).contains(State.RUNNING);
    }

    @Test
    void whereNoRedriveIsPossibleTheSameInputStartsAnew() {
        counter.executions.end(job + "-r0", State.FAILED, "Oops", "Segment");
        counter.executions.forbidRedrive(job + "-r0", "too old");
        end(Status.FAILED);

        assertThat(post("replay").at("/result")).isEqualTo("new_execution");

        assertThat(counter.executions.started()).containsOnlyKeys(job + "-r0", job + "-r1");
        assertThat(counter.executions.started().values())
                .extracting(ExecutionInput::pictures)
                .containsOnly(counter.jobs.find(job).orElseThrow().names().pictures());
    }

    @Test
    void aJobThatHasAllItsPicturesIsLeftAlone() {
        counter.jobs.find(job).orElseThrow().names().pictures().forEach(key -> counter.folder.write(key, new byte[1]));
        counter.executions.end(job + "-r0", State.SUCCEEDED, "", "Notify");
        end(Status.SUCCEEDED);

        Reply reply = post("replay");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("/result")).isEqualTo("nothing_to_do");
        assertThat(counter.executions.started()).hasSize(1);
    }

    @Test
    void aRunningJobIsNotReplayed() {
        Reply reply = post("replay");

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.code()).isEqualTo("NOT_REPLAYABLE");
        assertThat(reply.at("/detail")).contains("It is running");
    }

    @Test
    void aRunningJobIsStopped() {
        Reply reply = post("cancel");

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.at("/jobId")).isEqualTo(job.value());
        assertThat(reply.at("/result")).isEqualTo("canceled");
        assertThat(reply.at("/message")).isEqualTo(job + "-r0 is stopped.");
        assertThat(counter.executions.find(job + "-r0")).hasValueSatisfying(run -> {
            assertThat(run.state()).isEqualTo(State.ABORTED);
            assertThat(run.error()).contains("Booth.Canceled");
        });
    }

    @Test
    void whatIsOverCannotBeCanceled() {
        end(Status.SUCCEEDED);

        Reply reply = post("cancel");

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.code()).isEqualTo("NOT_CANCELABLE");
    }

    @Test
    void anErasedJobLeavesNothingBehind() {
        counter.folder.write(JobKeys.frame(job), new byte[1]);
        JobId another = counter.open(hall);

        assertThat(erase().status()).isEqualTo(204);

        assertThat(counter.folder.list(JobKeys.folder(job))).isEmpty();
        assertThat(counter.photos.list("")).isEmpty();
        assertThat(counter.folder.list("booths/"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.key()).endsWith(another.value()));
        assertThat(counter.executions.find(job + "-r0")).map(run -> run.state()).contains(State.ABORTED);
        assertThat(counter.get("/v1/jobs/" + job).status()).isEqualTo(404);
    }

    @Test
    void anErasedJobIsNotFoundASecondTime() {
        erase();

        assertThat(erase().status()).isEqualTo(404);
    }

    @Test
    void anotherBoothsJobIsNotThere() {
        Map<String, String> tower = counter.keyOf("tower");

        assertThat(counter.ask("POST", "/v1/jobs/" + job + "/replay", tower, "").status())
                .isEqualTo(404);
        assertThat(counter.ask("POST", "/v1/jobs/" + job + "/cancel", tower, "").status())
                .isEqualTo(404);
        assertThat(counter.ask("DELETE", "/v1/jobs/" + job, tower, "").code()).isEqualTo("NO_SUCH_JOB");
        assertThat(counter.jobs.find(job)).map(Job::status).contains(Status.QUEUED);
    }

    private void end(Status how) {
        counter.jobs.update(job, running -> running.ended(how, List.of(), Optional.empty(), counter.now));
    }

    private Reply post(String what) {
        return counter.ask("POST", "/v1/jobs/" + job + "/" + what, hall, "");
    }

    private Reply erase() {
        return counter.ask("DELETE", "/v1/jobs/" + job, hall, "");
    }
}
