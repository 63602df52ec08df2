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
class PaintedOnceTest {
    private static final String CLAIM = JobKeys.order(Studio.JOB, 1);

    private final Studio studio = new Studio();

    @Test
    void ofTwoOrdersForOnePictureAtOnceOneIsPaintedAndTheOtherFindsIt() throws Exception {
        CountDownLatch painting = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        studio.model.mood = () -> {
            painting.countDown();
            await(go);
        };
        CompletableFuture<List<String>> first = CompletableFuture.supplyAsync(() -> studio.handle(order("a")));
        await(painting);

        assertThat(studio.handle(order("b"))).containsExactly("b");
        go.countDown();
        assertThat(first.get(1, TimeUnit.MINUTES)).isEmpty();
        assertThat(studio.handle(order("b"))).isEmpty();

        assertThat(studio.model.paintedPrompts).hasSize(1);
        assertThat(studio.waits).containsOnlyKeys("receipt-b");
        assertThat(studio.branches.told).containsOnlyKeys("token-a", "token-b");
        assertThat(studio.log)
                .filteredOn(line -> line.contains("\"event\":\"busy\""))
                .singleElement()
                .asString()
                .contains("message a");
    }

    @Test
    void theClaimNamesTheMessageAndWhenItsPainterGivesUp() {
        studio.handle(order("a"));

        assertThat(claim()).isEqualTo(new Lease.Holder("a", Studio.NOW.plus(Studio.TIME_LEFT)));
    }

    @Test
    void aPainterWhoDiedIsWaitedForUntilItsTimeIsUp() {
        studio.folder.write(CLAIM, Json.bytes(new Lease.Holder("dead", Studio.NOW.plusSeconds(60))));

        assertThat(studio.handle(order("b"))).containsExactly("b");
        studio.now = Studio.NOW.plusSeconds(60);
        assertThat(studio.handle(order("b"))).isEmpty();

        assertThat(studio.model.paintedPrompts).hasSize(1);
        assertThat(claim().messageId()).isEqualTo("b");
    }

    @Test
    void theOrderOfAPainterWhoDiedGoesOnAtOnceWhenItComesAgain() {
        studio.folder.write(CLAIM, Json.bytes(new Lease.Holder("a", Studio.NOW.plusSeconds(60))));

        assertThat(studio.handle(order("a"))).isEmpty();

        assertThat(studio.model.paintedPrompts).hasSize(1);
    }

    @Test
    void anOrderThatFailedKeepsNobodyWaiting() {
        for (RuntimeException error : List.of(
                new Refused("MODEL_REFUSED", "No."),
                new Busy("Every region is busy", new IllegalStateException()),
                new IllegalStateException("No picture in the answer"))) {
            studio.model.mood = () -> {
                throw error;
            };
            studio.handle(order("a"));
            assertThat(claim()).isEqualTo(new Lease.Holder("a", Studio.NOW));
        }
        studio.model.mood = () -> {};

        assertThat(studio.handle(order("b"))).isEmpty();

        assertThat(studio.folder.exists(Studio.picture(1))).isTrue();
    }

    @Test
    void whoTakesOverLooksForThePictureAgain() {
        studio.folder.write(CLAIM, Json.bytes(new Lease.Holder("slow", Studio.NOW)));
        byte[] late = {1, 2, 3};
        Generate generate = new Generate(studio.folder, studio.model, Studio.WORLDS, 43, () -> {
            studio.folder.write(Studio.picture(1), late); // while the claim's time is being looked at
            return Studio.NOW;
        });
        SQSMessage order = order("b");

        generate.make(
                Json.read("order", order.getBody().getBytes(UTF_8), PictureOrder.class),
                Delivery.of(order, Studio.NOW.plus(Studio.TIME_LEFT)));

        assertThat(studio.model.paintedPrompts).isEmpty();
        assertThat(studio.folder.read(Studio.picture(1))).isEqualTo(late);
    }

    private Lease.Holder claim() {
        return Json.read(CLAIM, studio.folder.read(CLAIM), Lease.Holder.class);
    }

    private static SQSMessage order(String id) {
        return Studio.message(id, Studio.orderOf(Studio.JOB + "-r0", "token-" + id, 1));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
