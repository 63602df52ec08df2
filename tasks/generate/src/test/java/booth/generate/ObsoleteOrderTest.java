package booth.generate;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.job.Job;
import booth.core.job.JobKeys;
import booth.core.job.Status;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Orders whose job was canceled, erased or started again while they waited in line. */
class ObsoleteOrderTest {
    private final Studio studio = new Studio();

    @Test
    void aCanceledJobIsNotPaintedAndNothingIsKeptWaiting() {
        cancel(Studio.NOW);

        assertThat(studio.handle(sent(Studio.NOW.minusSeconds(1)))).isEmpty();

        assertDropped("has been canceled");
    }

    @Test
    void anOrderThatDoesNotSayWhenItWasSentCountsAsOlderThanTheCancellation() {
        cancel(Studio.NOW);

        assertThat(studio.handle(Studio.order(1))).isEmpty();

        assertDropped("has been canceled");
    }

    @Test
    void aCanceledJobThatIsRedrivenInTheConsoleIsPainted() {
        cancel(Studio.NOW);

        assertThat(studio.handle(sent(Studio.NOW.plusSeconds(60)))).isEmpty();

        assertThat(studio.model.paintedPrompts).hasSize(1);
    }

    @Test
    void anErasedJobIsNotPaintedAndLeavesNothingBehind() {
        studio.folder.delete(JobKeys.jobRecord(Studio.JOB));

        assertThat(studio.handle(Studio.order(1))).isEmpty();

        assertDropped("has been erased");
        assertThat(studio.folder.exists(JobKeys.order(Studio.JOB, 1))).isFalse();
    }

    @Test
    void anOrderOfAnEarlierAttemptIsLeftToTheLaterOne() {
        studio.jobs.update(Studio.JOB, job -> job.queued(1, Studio.NOW));

        assertThat(studio.handle(Studio.order(1))).isEmpty();

        assertDropped("has been started again as attempt 1");
    }

    @Test
    void anOrderThatNamesNoExecutionIsFilled() {
        String order = Studio.orderOf("by-hand", "token-1", 1);

        assertThat(studio.handle(Studio.message("m", order))).isEmpty();
        assertThat(studio.handle(Studio.message("n", order.replaceAll(",\"task\":\\{.*?}", ""))))
                .isEmpty();

        assertThat(studio.branches.told.get("token-1")).contains("succeeded");
    }

    @Test
    void aPictureThatIsThereIsHandedOverWhateverBecameOfTheJob() {
        studio.folder.write(Studio.picture(1), new byte[] {1});
        cancel(Studio.NOW);

        assertThat(studio.handle(Studio.order(1))).isEmpty();

        assertThat(studio.branches.told.get("token-1")).contains("succeeded");
    }

    private void assertDropped(String why) {
        assertThat(studio.model.paintedPrompts).isEmpty();
        assertThat(studio.waits).isEmpty();
        assertThat(studio.branches.told.get("token-1")).startsWith("Booth.Canceled ");
        assertThat(studio.log)
                .singleElement()
                .asString()
                .contains("\"event\":\"order_dropped\"", Studio.JOB + "-r0", "\"state\":\"Titan 1\"", why);
    }

    private void cancel(Instant when) {
        studio.jobs.update(Studio.JOB, (Job job) -> job.ended(Status.CANCELED, List.of(), Optional.empty(), when));
    }

    private static SQSMessage sent(Instant when) {
        SQSMessage order = Studio.order(1);
        order.setAttributes(Map.of("SentTimestamp", String.valueOf(when.toEpochMilli())));
        return order;
    }
}
