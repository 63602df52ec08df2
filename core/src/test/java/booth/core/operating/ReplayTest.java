package booth.core.operating;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Json;
import booth.core.image.Box;
import booth.core.image.Frame;
import booth.core.job.ExecutionInput;
import booth.core.job.Executions.State;
import booth.core.job.Faces;
import booth.core.job.InMemoryExecutions;
import booth.core.job.InMemoryObjectStore;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.JobRequest;
import booth.core.job.Jobs;
import booth.core.job.PictureMode;
import booth.core.job.Problem;
import booth.core.job.Status;
import booth.core.operating.ReplayAnswer.Impossible;
import booth.core.operating.ReplayAnswer.NothingToDo;
import booth.core.operating.ReplayAnswer.Plan;
import booth.core.operating.ReplayAnswer.Way;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static final JobId JOB = new JobId("0123456789abcdef0123456789abcdef");
    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
    private static final String R0 = JOB + "-r0";
    private static final String R1 = JOB + "-r1";

    private final InMemoryObjectStore folder = new InMemoryObjectStore();
    private final InMemoryObjectStore uploads = new InMemoryObjectStore();
    private final InMemoryExecutions executions = new InMemoryExecutions() {
        @Override
        public boolean redrive(String name, String token) {
            meanwhile.run();
            return super.redrive(name, token);
        }
    };
    private Runnable meanwhile = () -> {};
    private final Jobs jobs = new Jobs(folder);
    private Instant clock = NOW;
    private final Replay replay = new Replay(folder, uploads, executions, () -> clock);

    @BeforeEach
    void aPhotoIsBeingWorkedOn() {
        JobRequest request =
                new JobRequest("a.jpg", "image/jpeg", Optional.empty(), Optional.empty(), "hall", List.of("a meadow"));
        jobs.create(Job.awaitingUpload(JOB, request, NOW.minusSeconds(60)));
        uploads.write(job().keys().upload(), new byte[1]);
        executions.start(R0, ExecutionInput.of(job()));
        jobs.update(JOB, job -> job.queued(0, NOW.minusSeconds(50)));
    }

    @Test
    void aFailedExecutionIsRedrivenFromWhereItFailed() {
        fails(0, "booth.core.Busy", "MergeMask");

        Plan plan = planned();

        assertThat(plan.way()).isEqualTo(Way.REDRIVE);
        assertThat(plan.execution()).isEqualTo(R0);
        assertThat(plan.from()).contains("MergeMask");
        assertThat(plan.painted()).containsExactly(1, 2, 3);
        assertThat(replay.carryOut(plan)).isEqualTo(plan);
        assertThat(running(R0)).isTrue();
        assertThat(job().status()).isEqualTo(Status.QUEUED);
        assertThat(job().attempt()).isZero();
        assertThat(job().endedAt()).isEmpty();
        assertThat(job().error()).isEmpty();
    }

    @Test
    void aJobThatIsErasedWhileItStartsAgainIsStopped() {
        fails(0, "booth.core.Busy", "MergeMask");
        folder.write(job().keys().mask(), new byte[1]);
        Plan plan = planned();
        meanwhile = () -> new Erase(folder, uploads, executions, () -> clock).erase(JOB);

        assertThat(replay.carryOut(plan)).isInstanceOf(Impossible.class);

        assertThat(running(R0)).isFalse();
        assertThat(folder.list("")).isEmpty();
    }

    @Test
    void aPlanChangesNothing() {
        fails(0, "booth.core.Busy", "MergeMask");
        Job before = job();

        planned();

        assertThat(job()).isEqualTo(before);
        assertThat(running(R0)).isFalse();
    }

    @Test
    void noPictureIsANewExecutionThatPaintsOnlyWhatIsMissing() {
        fails(0, "NoPicture", "NoPicture");
        folder.write(job().keys().picture(2), new byte[1]);

        Plan plan = planned();

        assertThat(plan.way()).isEqualTo(Way.NEW_EXECUTION);
        assertThat(plan.kept()).containsExactly(2);
        assertThat(plan.painted()).containsExactly(1, 3);
        assertThat(replay.carryOut(plan)).isEqualTo(plan);
        assertThat(executions.started().get(R1))
                .isEqualTo(executions.started().get(R0))
                .isNotNull();
        assertThat(job().attempt()).isEqualTo(1);
        assertThat(job().status()).isEqualTo(Status.QUEUED);
    }

    @Test
    void whereStepFunctionsWillNotRedriveItIsANewExecution() {
        fails(0, "States.Timeout", "Detect");
        executions.forbidRedrive(R0, "Execution redrivable period exceeded");

        assertThat(planned().way()).isEqualTo(Way.NEW_EXECUTION);
    }

    @Test
    void aRedriveThatIsRefusedAtTheLastMomentBecomesANewExecution() {
        fails(0, "booth.core.Busy", "MergeMask");
        Plan plan = planned();
        executions.forbidRedrive(R0, "Execution redrivable period exceeded");

        assertThat(replay.carryOut(plan)).isInstanceOfSatisfying(Plan.class, done -> {
            assertThat(done.way()).isEqualTo(Way.NEW_EXECUTION);
            assertThat(done.execution()).isEqualTo(R1);
        });

        assertThat(running(R1)).isTrue();
        assertThat(job().attempt()).isEqualTo(1);
    }

    @Test
    void afterThePaintingARedrivePaintsNothing() {
        fails(0, "booth.core.Busy", "Notify");
        folder.write(job().keys().picture(1), new byte[1]);

        assertThat(planned().painted()).isEmpty();
    }

    @Test
    void aPartialJobIsANewExecutionForTheMissingPicture() {
        executions.end(R0, State.SUCCEEDED, "", "");
        ended(Status.PARTIAL, Optional.empty());
        folder.write(job().keys().picture(1), new byte[1]);
        folder.write(job().keys().picture(3), new byte[1]);

        Plan plan = planned();

        assertThat(plan.way()).isEqualTo(Way.NEW_EXECUTION);
        assertThat(plan.execution()).isEqualTo(R1);
        assertThat(plan.painted()).containsExactly(2);
    }

    @Test
    void whereEachFaceHasItsPictureThoseOfTheFoundFacesAreWanted() {
        jobs.update(JOB, job -> job.released(job.request().with(PictureMode.EACH)));
        executions.end(R0, State.SUCCEEDED, "", "");
        ended(Status.PARTIAL, Optional.empty());
        Faces.Face face = new Faces.Face(new Box(0, 0, 9, 9), NullNode.instance);
        folder.write(
                JobKeys.faces(JOB),
                Json.bytes(new Faces(new Frame(1024, 640), Collections.nCopies(4, face), List.of())));
        folder.write(job().keys().picture(3), new byte[1]);

        assertThat(planned().kept()).containsExactly(3);
        assertThat(planned().painted()).containsExactly(1, 2, 4);
        job().keys().pictures(4).forEach(key -> folder.write(key, new byte[1]));
        assertThat(replay.plan(JOB, false)).isInstanceOf(NothingToDo.class);
    }

    @Test
    void anExecutionThatDidNotFinishPaintingIsRedrivenAlthoughPicturesCameLate() {
        fails(0, "States.Timeout", "Generate");
        ended(Status.PARTIAL, Optional.empty());
        folder.write(JobKeys.frame(JOB), new byte[1]);
        folder.write(job().keys().picture(2), new byte[1]);
        uploads.delete(job().keys().upload());

        Plan plan = planned();

        assertThat(plan.way()).isEqualTo(Way.REDRIVE);
        assertThat(plan.kept()).containsExactly(2);
        assertThat(plan.painted()).containsExactly(1, 3);
    }

    @Test
    void afterThePaintingARedriveWouldLeaveWhatIsMissingMissing() {
        fails(0, "booth.core.Busy", "Notify");
        ended(Status.PARTIAL, Optional.empty());
        folder.write(job().keys().picture(2), new byte[1]);

        assertThat(planned().way()).isEqualTo(Way.NEW_EXECUTION);
        assertThat(planned().painted()).containsExactly(1, 3);
    }

    @Test
    void aPictureThatLandsBetweenPlanAndDeedIsSeenInAnotherPlan() {
        executions.end(R0, State.SUCCEEDED, "", "");
        ended(Status.PARTIAL, Optional.empty());
        job().keys().pictures().subList(0, 2).forEach(key -> folder.write(key, new byte[1]));
        Plan plan = planned();

        folder.write(job().keys().picture(3), new byte[1]);
        ended(Status.SUCCEEDED, Optional.empty()); // as whoever hears of the picture writes it

        assertThat(replay.carryOut(plan)).isInstanceOf(Impossible.class);
        assertThat(executions.started()).containsOnlyKeys(R0);
        assertThat(replay.plan(JOB, false)).isInstanceOf(NothingToDo.class);
    }

    @Test
    void withAllPicturesThereIsNothingToDo() {
        executions.end(R0, State.SUCCEEDED, "", "");
        ended(Status.SUCCEEDED, Optional.empty());
        job().keys().pictures().forEach(key -> folder.write(key, new byte[1]));

        assertThat(replay.plan(JOB, true)).isInstanceOf(NothingToDo.class);
    }

    @Test
    void aCanceledJobIsRedriven() {
        executions.stop(R0, Cancel.ERROR, "");
        ended(Status.CANCELED, Optional.empty());

        assertThat(planned().way()).isEqualTo(Way.REDRIVE);
    }

    @Test
    void aRunningJobIsLeftAlone() {
        assertThat(impossible()).contains("running", R0);
    }

    @Test
    void aRefusedPhotoIsReplayedByForceOnly() {
        executions.end(R0, State.SUCCEEDED, "", "");
        ended(Status.REJECTED, Optional.of(new Problem("NO_FACE", "x", false)));

        assertThat(impossible()).contains("NO_FACE");
        assertThat(replay.plan(JOB, true)).isInstanceOf(Plan.class);
    }

    @Test
    void withoutItsPhotoAJobCannotStartAgain() {
        fails(0, "NoPicture", "NoPicture");
        uploads.delete(job().keys().upload());

        assertThat(impossible()).contains("photo is gone");
    }

    @Test
    void aJobThatNobodyKnowsAndOneWithoutPhotoAreExplained() {
        JobId unknown = new JobId("f".repeat(32));
        assertThat(replay.plan(unknown, true)).isInstanceOf(Impossible.class);

        jobs.update(JOB, job -> Job.awaitingUpload(JOB, job.request(), NOW));
        uploads.delete(job().keys().upload());
        assertThat(impossible()).contains("never arrived");
    }

    @Test
    void aPhotoThatCameWithoutBeingNoticedIsTakenIn() {
        JobId other = new JobId("a".repeat(32));
        jobs.create(Job.awaitingUpload(other, job().request(), NOW.minusSeconds(900)));
        uploads.write(jobs.find(other).orElseThrow().keys().upload(), new byte[1]);

        assertThat(replay.plan(other, false))
                .isInstanceOfSatisfying(
                        Plan.class, plan -> assertThat(plan.execution()).isEqualTo(other + "-r0"));
    }

    @Test
    void whoDiesAfterTheRecordLeavesAJobThatCanBeReplayedAgain() {
        fails(0, "NoPicture", "NoPicture");
        jobs.update(JOB, job -> job.queued(1, NOW)); // and then the power went

        Plan plan = planned();

        assertThat(plan.execution()).isEqualTo(R1);
        replay.carryOut(plan);
        assertThat(running(R1)).isTrue();
        assertThat(job().attempt()).isEqualTo(1);
    }

    @Test
    void whoDiesBeforeTheRedriveLeavesAJobThatCanBeReplayedAgain() {
        fails(0, "booth.core.Busy", "MergeMask");
        jobs.update(JOB, job -> job.queued(0, NOW));

        assertThat(planned().way()).isEqualTo(Way.REDRIVE);
    }

    @Test
    void ofTwoOperatorsOneReplays() {
        fails(0, "NoPicture", "NoPicture");
        Plan mine = planned();
        Plan theirs = planned();
        assertThat(replay.carryOut(theirs)).isEqualTo(theirs);
        clock = NOW.plusSeconds(1);

        assertThat(replay.carryOut(mine)).isInstanceOf(Impossible.class);

        assertThat(executions.started()).containsOnlyKeys(R0, R1);
    }

    @Test
    void anExecutionThatEndsAtOnceKeepsItsEnd() {
        fails(0, "NoPicture", "NoPicture");
        InMemoryExecutions quick = new InMemoryExecutions() {
            @Override
            public void start(String name, ExecutionInput input) {
                super.start(name, input);
                ended(Status.SUCCEEDED, Optional.empty());
            }
        };

        new Replay(folder, uploads, quick, () -> clock).carryOut(planned());

        assertThat(job().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(job().attempt()).isEqualTo(1);
    }

    private void fails(int attempt, String error, String state) {
        executions.end(JOB.executionName(attempt), State.FAILED, error, state);
        ended(Status.FAILED, Optional.of(new Problem("INTERNAL_ERROR", "x", true)));
    }

    private void ended(Status how, Optional<Problem> error) {
        jobs.update(JOB, job -> job.ended(how, List.of(), error, NOW.minusSeconds(5)));
    }

    private Plan planned() {
        return (Plan) replay.plan(JOB, false);
    }

    private String impossible() {
        return ((Impossible) replay.plan(JOB, false)).sentence();
    }

    private boolean running(String execution) {
        return executions.find(execution).orElseThrow().state() == State.RUNNING;
    }

    private Job job() {
        return jobs.find(JOB).orElseThrow();
    }
}
