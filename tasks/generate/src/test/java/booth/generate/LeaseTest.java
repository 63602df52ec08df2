package booth.generate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Busy;
import booth.core.Json;
import booth.core.Refused;
import booth.core.job.JobKeys;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Of several orders for one picture, as a restarted execution sends them, the model sees one. */
class LeaseTest {
    private static final String LEASE = JobKeys.order(GenerateFixture.JOB, 1);

    private final GenerateFixture fixture = new GenerateFixture();

    @Test
    void ofTwoOrdersForOnePictureAtOnceOneIsPaintedAndTheOtherFindsIt() throws Exception {
        CountDownLatch painting = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        fixture.model.mood = () -> {
            painting.countDown();
            await(go);
        };
        CompletableFuture<List<String>> first = CompletableFuture.supplyAsync(() -> fixture.handle(order("a")));
        await(painting);

        assertThat(fixture.handle(order("b"))).containsExactly("b");
        go.countDown();
        assertThat(first.get(1, TimeUnit.MINUTES)).isEmpty();
        assertThat(fixture.handle(order("b"))).isEmpty();

        assertThat(fixture.model.paintedPrompts).hasSize(1);
        assertThat(fixture.queue.delays()).containsOnlyKeys("receipt-b");
        assertThat(fixture.callbacks.told).containsOnlyKeys("token-a", "token-b");
        assertThat(fixture.log)
                .filteredOn(line -> line.contains("\"event\":\"busy\""))
                .singleElement()
                .asString()
                .contains("message a");
    }

    @Test
    void theLeaseNamesTheMessageAndWhenItsHolderGivesUp() {
        fixture.handle(order("a"));

        assertThat(lease()).isEqualTo(new Lease.Holder("a", GenerateFixture.NOW.plus(GenerateFixture.TIME_LEFT)));
    }

    @Test
    void aPainterWhoDiedIsWaitedForUntilItsTimeIsUp() {
        fixture.store.write(LEASE, Json.bytes(new Lease.Holder("dead", GenerateFixture.NOW.plusSeconds(60))));

        assertThat(fixture.handle(order("b"))).containsExactly("b");
        fixture.now = GenerateFixture.NOW.plusSeconds(60);
        assertThat(fixture.handle(order("b"))).isEmpty();

        assertThat(fixture.model.paintedPrompts).hasSize(1);
        assertThat(lease().messageId()).isEqualTo("b");
    }

    @Test
    void aLeaseThatMakesNoSenseIsTakenOver() {
        fixture.store.write(LEASE, new byte[] {'{', -1});

        assertThat(fixture.handle(order("b"))).isEmpty();

        assertThat(fixture.model.paintedPrompts).hasSize(1);
        assertThat(lease().messageId()).isEqualTo("b");
    }

    @Test
    void theOrderOfAPainterWhoDiedGoesOnAtOnceWhenItComesAgain() {
        fixture.store.write(LEASE, Json.bytes(new Lease.Holder("a", GenerateFixture.NOW.plusSeconds(60))));

        assertThat(fixture.handle(order("a"))).isEmpty();

        assertThat(fixture.model.paintedPrompts).hasSize(1);
    }

    @Test
    void anOrderThatFailedKeepsNobodyWaiting() {
        for (RuntimeException error : List.of(
                new Refused("MODEL_REFUSED", "No."),
                new Busy("Every region is busy", new IllegalStateException()),
                new IllegalStateException("No picture in the answer"))) {
            fixture.model.mood = () -> {
                throw error;
            };
            fixture.handle(order("a"));
            assertThat(lease()).isEqualTo(new Lease.Holder("a", GenerateFixture.NOW));
        }
        fixture.model.mood = () -> {};

        assertThat(fixture.handle(order("b"))).isEmpty();

        assertThat(fixture.store.exists(GenerateFixture.picture(1))).isTrue();
    }

    @Test
    void whoTakesOverLooksForThePictureAgain() {
        fixture.store.write(LEASE, Json.bytes(new Lease.Holder("slow", GenerateFixture.NOW)));
        byte[] late = {1, 2, 3};
        Generate generate = new Generate(fixture.store, fixture.model, GenerateFixture.WORLDS, fixture.seed, () -> {
            fixture.store.write(
                    GenerateFixture.picture(1), late); // while it is looked at whether the lease has run out
            return GenerateFixture.NOW;
        });
        SQSMessage order = order("b");

        generate.make(
                Json.read("order", order.getBody().getBytes(UTF_8), PictureOrder.class),
                Delivery.of(order, GenerateFixture.NOW.plus(GenerateFixture.TIME_LEFT)));

        assertThat(fixture.model.paintedPrompts).isEmpty();
        assertThat(fixture.store.read(GenerateFixture.picture(1))).isEqualTo(late);
    }

    private Lease.Holder lease() {
        return Json.read(LEASE, fixture.store.read(LEASE), Lease.Holder.class);
    }

    private static SQSMessage order(String id) {
        return GenerateFixture.message(id, GenerateFixture.orderOf(GenerateFixture.JOB + "-r0", "token-" + id, 1));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
