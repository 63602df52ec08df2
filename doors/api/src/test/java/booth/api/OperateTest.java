package booth.api;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Busy;
import booth.core.job.ExecutionInput;
import booth.core.job.Executions.State;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.Status;
import booth.core.watching.ChangeEvent;
import booth.core.watching.Watchers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OperateTest {
    private final ApiFixture fixture = new ApiFixture();
    private final Map<String, String> hall = fixture.keyOf("hall");
    private final JobId job = fixture.running(hall);

    @Test
    void aFailedJobIsRedrivenFromWhereItFailed() {
        fixture.executions.end(job + "-r0", State.FAILED, "Oops", "Segment");
        fixture.store.write(JobKeys.frame(job), new byte[1]);
        end(Status.FAILED);

        Reply reply = post("replay");

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.at("/result")).isEqualTo("redriven");
        assertThat(reply.at("/execution")).isEqualTo(job + "-r0");
        assertThat(reply.at("/from")).isEqualTo("Segment");
        assertThat(reply.at("/message")).startsWith("It is redriven as " + job + "-r0 from Segment; ");
        assertThat(fixture.executions.find(job + "-r0")).map(run -> run.state()).contains(State.RUNNING);
    }

    @Test
    void whereNoRedriveIsPossibleTheSameInputStartsAnew() {
        fixture.executions.end(job + "-r0", State.FAILED, "Oops", "Segment");
        fixture.executions.forbidRedrive(job + "-r0", "too old");
        end(Status.FAILED);

        assertThat(post("replay").at("/result")).isEqualTo("new_execution");

        assertThat(fixture.executions.started()).containsOnlyKeys(job + "-r0", job + "-r1");
        assertThat(fixture.executions.started().values())
                .extracting(ExecutionInput::pictures)
                .containsOnly(fixture.jobs.find(job).orElseThrow().keys().pictures());
    }

    @Test
    void aJobThatHasAllItsPicturesIsLeftAlone() {
        fixture.jobs.find(job).orElseThrow().keys().pictures().forEach(key -> fixture.store.write(key, new byte[1]));
        fixture.executions.end(job + "-r0", State.SUCCEEDED, "", "Notify");
        end(Status.SUCCEEDED);

        Reply reply = post("replay");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("/result")).isEqualTo("nothing_to_do");
        assertThat(fixture.executions.started()).hasSize(1);
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
        assertThat(fixture.executions.find(job + "-r0")).hasValueSatisfying(run -> {
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
        fixture.store.write(JobKeys.frame(job), new byte[1]);
        JobId another = fixture.open(hall);

        assertThat(erase().status()).isEqualTo(204);

        assertThat(fixture.store.list(JobKeys.folder(job))).isEmpty();
        assertThat(fixture.photos.list("")).isEmpty();
        assertThat(fixture.store.list("booths/"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.key()).endsWith(another.value()));
        assertThat(fixture.executions.find(job + "-r0")).map(run -> run.state()).contains(State.ABORTED);
        assertThat(fixture.get("/v1/jobs/" + job).status()).isEqualTo(404);
    }

    @Test
    void anErasedJobIsNotFoundASecondTime() {
        erase();

        assertThat(erase().status()).isEqualTo(404);
    }

    @Test
    void anErasureThatBrokeOffHidesTheJobAndIsEndedByTheSameCall() {
        fixture.stepFunctionsMood = () -> {
            throw new Busy("Step Functions is busy", new IllegalStateException());
        };
        assertThat(erase().status()).isEqualTo(503);
        assertThat(fixture.get("/v1/jobs/" + job).status()).isEqualTo(404);
        assertThat(fixture.ask("GET", "/v1/jobs", hall, "").body()).doesNotContain(job.value());
        assertThat(post("replay").status()).isEqualTo(404);
        assertThat(fixture.store.list(JobKeys.folder(job))).isNotEmpty();
        fixture.stepFunctionsMood = () -> {};

        assertThat(erase().status()).isEqualTo(204);

        assertThat(fixture.store.list(JobKeys.folder(job))).isEmpty();
        assertThat(erase().status()).isEqualTo(404);
    }

    @Test
    void whoWatchesAnErasedJobIsCutOffAndLeavesNoMarker() {
        new Watchers(fixture.store).add(job, "page");

        assertThat(erase().status()).isEqualTo(204);

        assertThat(fixture.events).contains(ChangeEvent.asked(job, "page"));
        assertThat(fixture.store.list("connections/")).isEmpty();
    }

    @Test
    void anotherBoothsJobIsNotThere() {
        Map<String, String> tower = fixture.keyOf("tower");

        assertThat(fixture.ask("POST", "/v1/jobs/" + job + "/replay", tower, "").status())
                .isEqualTo(404);
        assertThat(fixture.ask("POST", "/v1/jobs/" + job + "/cancel", tower, "").status())
                .isEqualTo(404);
        assertThat(fixture.ask("DELETE", "/v1/jobs/" + job, tower, "").code()).isEqualTo("NO_SUCH_JOB");
        assertThat(fixture.jobs.find(job)).map(Job::status).contains(Status.QUEUED);
    }

    private void end(Status how) {
        fixture.jobs.update(job, running -> running.ended(how, List.of(), Optional.empty(), fixture.now));
    }

    private Reply post(String what) {
        return fixture.ask("POST", "/v1/jobs/" + job + "/" + what, hall, "");
    }

    private Reply erase() {
        return fixture.ask("DELETE", "/v1/jobs/" + job, hall, "");
    }
}
