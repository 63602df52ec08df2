package booth.generate;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.job.InMemoryExecutions;
import booth.core.job.InMemoryObjectStore;
import booth.core.job.Job;
import booth.core.job.JobKeys;
import booth.core.job.Status;
import booth.core.operating.Erase;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Orders whose job was canceled, erased or started again while they waited in the queue. */
class ObsoleteOrderTest {
    private final GenerateFixture fixture = new GenerateFixture();

    @Test
    void aCanceledJobIsNotPaintedAndNothingIsKeptWaiting() {
        cancel(GenerateFixture.NOW);

        assertThat(fixture.handle(sent(GenerateFixture.NOW.minusSeconds(1)))).isEmpty();

        assertDropped("has been canceled");
    }

    @Test
    void anOrderThatDoesNotSayWhenItWasSentCountsAsOlderThanTheCancellation() {
        cancel(GenerateFixture.NOW);

        assertThat(fixture.handle(GenerateFixture.order(1))).isEmpty();

        assertDropped("has been canceled");
    }

    @Test
    void aCanceledJobThatIsRedrivenInTheConsoleIsPainted() {
        cancel(GenerateFixture.NOW);

        assertThat(fixture.handle(sent(GenerateFixture.NOW.plusSeconds(60)))).isEmpty();

        assertThat(fixture.model.paintedPrompts).hasSize(1);
    }

    @Test
    void anErasedJobIsNotPaintedAndLeavesNothingBehind() {
        fixture.store.delete(JobKeys.jobRecord(GenerateFixture.JOB));

        assertThat(fixture.handle(GenerateFixture.order(1))).isEmpty();

        assertDropped("has been erased");
        assertThat(fixture.store.exists(JobKeys.order(GenerateFixture.JOB, 1))).isFalse();
    }

    /** The delivery before died between its writes and its look at the job. */
    @Test
    void whatADeadDeliveryLeftOfAnErasedJobIsTakenBack() {
        fixture.store.delete(JobKeys.jobRecord(GenerateFixture.JOB));
        fixture.store.write(GenerateFixture.picture(1), new byte[1]);
        fixture.store.write(JobKeys.order(GenerateFixture.JOB, 1), new byte[1]);

        assertThat(fixture.handle(GenerateFixture.order(1))).isEmpty();

        assertDropped("has been erased");
        assertThat(fixture.store.exists(GenerateFixture.picture(1))).isFalse();
        assertThat(fixture.store.exists(JobKeys.order(GenerateFixture.JOB, 1))).isFalse();
    }

    @Test
    void aJobThatIsErasedWhileItIsPaintedGetsNoPicture() {
        fixture.model.mood = this::erase;

        assertThat(fixture.handle(GenerateFixture.order(1))).isEmpty();

        assertThat(fixture.model.paintedPrompts).hasSize(1);
        assertErasedMeanwhile();
    }

    @Test
    void whatGoesWrongWhileAJobIsErasedIsNoIncident() {
        fixture.model.mood = () -> {
            erase();
            throw new IllegalStateException("There is no object frame.png in the job folder.");
        };

        assertThat(fixture.handle(GenerateFixture.order(1))).isEmpty();

        assertErasedMeanwhile();
    }

    @Test
    void anOrderOfAnEarlierAttemptIsLeftToTheLaterOne() {
        fixture.jobs.update(GenerateFixture.JOB, job -> job.queued(1, GenerateFixture.NOW));

        assertThat(fixture.handle(GenerateFixture.order(1))).isEmpty();

        assertDropped("has been started again as attempt 1");
    }

    @Test
    void anOrderThatNamesNoExecutionIsFilled() {
        String order = GenerateFixture.orderOf("by-hand", "token-1", 1);

        assertThat(fixture.handle(GenerateFixture.message("m", order))).isEmpty();
        assertThat(fixture.handle(GenerateFixture.message("n", order.replaceAll(",\"task\":\\{.*?}", ""))))
                .isEmpty();

        assertThat(fixture.callbacks.told.get("token-1")).contains("succeeded");
    }

    @Test
    void aPictureThatIsThereIsHandedOverWhateverBecameOfTheJob() {
        fixture.store.write(GenerateFixture.picture(1), new byte[] {1});
        cancel(GenerateFixture.NOW);

        assertThat(fixture.handle(GenerateFixture.order(1))).isEmpty();

        assertThat(fixture.callbacks.told.get("token-1")).contains("succeeded");
    }

    private void assertDropped(String why) {
        assertThat(fixture.model.paintedPrompts).isEmpty();
        assertThat(fixture.queue.delays()).isEmpty();
        assertThat(fixture.callbacks.told.get("token-1")).startsWith("Booth.Canceled ");
        assertThat(fixture.log)
                .singleElement()
                .asString()
                .contains("\"event\":\"order_dropped\"", GenerateFixture.JOB + "-r0", "\"state\":\"Titan 1\"", why);
    }

    private void assertErasedMeanwhile() {
        assertThat(fixture.store.list("")).isEmpty();
        assertThat(fixture.queue.delays()).isEmpty();
        assertThat(fixture.callbacks.told.get("token-1")).startsWith("Booth.Canceled ");
        assertThat(fixture.log).singleElement().asString().contains("\"event\":\"order_dropped\"", "has been erased");
    }

    private void erase() {
        new Erase(fixture.store, new InMemoryObjectStore(), new InMemoryExecutions(), () -> GenerateFixture.NOW)
                .erase(GenerateFixture.JOB);
    }

    private void cancel(Instant when) {
        fixture.jobs.update(
                GenerateFixture.JOB, (Job job) -> job.ended(Status.CANCELED, List.of(), Optional.empty(), when));
    }

    private static SQSMessage sent(Instant when) {
        SQSMessage order = GenerateFixture.order(1);
        order.setAttributes(Map.of("SentTimestamp", String.valueOf(when.toEpochMilli())));
        return order;
    }
}
