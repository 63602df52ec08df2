package booth.core.operating;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Json;
import booth.core.image.Box;
import booth.core.image.Frame;
import booth.core.job.Executions.State;
import booth.core.job.Faces;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.PictureMode;
import booth.core.job.Problem;
import booth.core.job.Status;
import booth.core.operating.ReplayAnswer.Impossible;
import booth.core.operating.ReplayAnswer.NothingToDo;
import booth.core.operating.ReplayAnswer.Plan;
import booth.core.operating.ReplayAnswer.Way;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplayTest extends WithAReplay {
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
}
