package booth.core.operating;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Json;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.JobRequest;
import booth.core.operating.ReplayAnswer.Impossible;
import booth.core.operating.ReplayAnswer.NothingToDo;
import booth.core.operating.ReplayAnswer.Plan;
import booth.core.operating.ReplayAnswer.Way;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OperationResultTest {
    private static final JobId JOB = new JobId("0123456789abcdef0123456789abcdef");

    @Test
    void aReplaySaysWhatRunsFromWhereAndAtWhatPrice() {
        Plan plan = plan(Way.REDRIVE, "-r0", Optional.of("Generate"), List.of(1), List.of(2, 3));

        assertThat(Json.text(OperationResult.of(plan, false)))
                .isEqualTo("{\"jobId\":\"" + JOB + "\",\"result\":\"redriven\",\"message\":\"It is redriven as " + JOB
                        + "-r0 from Generate; picture 1 exists and is not paid for again, pictures 2, 3 will be painted.\","
                        + "\"execution\":\"" + JOB + "-r0\",\"from\":\"Generate\",\"kept\":[1],\"painted\":[2,3]}");
    }

    @Test
    void aDryRunSaysThatItIsOne() {
        Plan plan = plan(Way.NEW_EXECUTION, "-r1", Optional.empty(), List.of(), List.of(1));

        OperationResult result = OperationResult.of(plan, true);

        assertThat(Json.text(result)).contains("\"result\":\"new_execution\"", "\"dryRun\":true");
        assertThat(result.message())
                .isEqualTo("It would start again as " + JOB + "-r1; no picture exists yet, picture 1 will be painted.");
        assertThat(Json.text(OperationResult.of(new NothingToDo(JOB, "All there."), true)))
                .contains("\"result\":\"nothing_to_do\"", "\"dryRun\":true", "\"painted\":[]");
    }

    @Test
    void whatCannotBeReplayedFailed() {
        OperationResult result = OperationResult.of(new Impossible(JOB, "It is running."), false);

        assertThat(result.failed()).isTrue();
        assertThat(Json.text(result))
                .isEqualTo("{\"jobId\":\"" + JOB + "\",\"result\":\"not_replayed\",\"message\":\"It is running.\","
                        + "\"kept\":[],\"painted\":[]}");
    }

    @Test
    void aCancelSaysNothingOfPictures() {
        assertThat(Json.text(OperationResult.canceled(JOB, "It is stopped.")))
                .isEqualTo("{\"jobId\":\"" + JOB + "\",\"result\":\"canceled\",\"message\":\"It is stopped.\","
                        + "\"canceled\":true}");
        assertThat(Json.text(OperationResult.notCanceled("wall", "'wall' is no job.")))
                .isEqualTo("{\"jobId\":\"wall\",\"result\":\"not_canceled\",\"message\":\"'wall' is no job.\","
                        + "\"canceled\":false}");
    }

    private static Plan plan(Way way, String run, Optional<String> from, List<Integer> kept, List<Integer> painted) {
        Job job = Job.awaitingUpload(
                JOB,
                new JobRequest("a.jpg", "image/jpeg", Optional.empty(), Optional.empty(), "hall", List.of()),
                Instant.parse("2026-11-21T03:00:00Z"));
        return new Plan(job, way, JOB + run, from, "", kept, painted);
    }
}
