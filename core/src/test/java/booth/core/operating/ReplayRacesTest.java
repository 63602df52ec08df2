package booth.core.operating;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.job.ExecutionInput;
import booth.core.job.Executions.State;
import booth.core.job.InMemoryExecutions;
import booth.core.job.Status;
import booth.core.operating.ReplayAnswer.Impossible;
import booth.core.operating.ReplayAnswer.NothingToDo;
import booth.core.operating.ReplayAnswer.Plan;
import booth.core.operating.ReplayAnswer.Way;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Something else happens, or somebody dies, while a job is replayed. */
class ReplayRacesTest extends WithAReplay {
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
}
