package booth.asl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SystemTimerTest {
    @Test
    void ringsOnceTheTimeHasCome() throws Exception {
        try (var timer = new SystemTimer()) {
            var rung = new CountDownLatch(1);
            var when = timer.now().plusMillis(20);
            timer.schedule(when, rung::countDown);
            assertThat(rung.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(timer.now()).isAfterOrEqualTo(when);
        }
    }

    @Test
    void aCancelledAlarmStaysSilent() throws Exception {
        try (var timer = new SystemTimer()) {
            var cancelled = new CountDownLatch(1);
            var later = new CountDownLatch(1);
            timer.schedule(timer.now().plusMillis(20), cancelled::countDown).cancel();
            timer.schedule(timer.now().plusMillis(40), later::countDown);
            assertThat(later.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(cancelled.getCount()).isEqualTo(1);
        }
    }
}
