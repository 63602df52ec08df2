package booth.asl.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MailboxTest {
    private static final int POSTERS = 4;
    private static final int STEPS = 5_000;

    @Test
    void stepsFromManyThreadsRunOneByOneAndNoneIsLost() throws Exception {
        var pool = Executors.newFixedThreadPool(POSTERS);
        var posters = Executors.newFixedThreadPool(POSTERS);
        var mailbox = new Mailbox(pool);
        var done = new CountDownLatch(POSTERS * STEPS);
        int[] unguarded = {0}; // would lose counts if two steps overlapped
        try {
            for (int p = 0; p < POSTERS; p++) {
                posters.execute(() -> {
                    for (int i = 0; i < STEPS; i++) {
                        if (i % 100 == 0) mailbox.call(() -> unguarded[0]++);
                        mailbox.post(() -> {
                            unguarded[0]++;
                            done.countDown();
                        });
                    }
                });
            }
            assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
            posters.shutdown();
            assertThat(posters.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
            mailbox.call(() -> assertThat(unguarded[0]).isEqualTo(POSTERS * (STEPS + STEPS / 100)));
        } finally {
            posters.shutdownNow();
            pool.shutdownNow();
        }
    }

    @Test
    void aStepPostedByAStepRunsAfterIt() {
        var order = new ArrayList<String>();
        var mailbox = new Mailbox(Runnable::run);
        mailbox.post(() -> {
            mailbox.post(() -> order.add("second"));
            order.add("first");
        });
        assertThat(order).containsExactly("first", "second");
    }
}
