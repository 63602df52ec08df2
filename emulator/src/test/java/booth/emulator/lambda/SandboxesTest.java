package booth.emulator.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import booth.emulator.account.TestAccount;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to calls for which a function has no sandbox free. */
class SandboxesTest {
    private static final Duration PATIENT = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(200);

    /** Each call ends when the test lets it. Interrupts do not impress it, as they do not impress native code. */
    public static final class Turnstile implements RequestStreamHandler {
        static final Queue<String> BEGUN = new ConcurrentLinkedQueue<>();
        static volatile Semaphore passes = new Semaphore(0);

        private final Semaphore mine = passes;

        public Turnstile(Map<String, String> environment) {}

        @Override
        public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
            BEGUN.add(new String(in.readAllBytes(), UTF_8));
            mine.acquireUninterruptibly();
            out.write("{}".getBytes(UTF_8));
        }
    }

    private final List<CompletableFuture<Invocation>> answers = new ArrayList<>();
    private Functions functions = new Functions(TestAccount.LOCAL, concurrency(1), FunctionOutput.asIs());

    @BeforeEach
    void nobodyYet() {
        Turnstile.BEGUN.clear();
        Turnstile.passes = new Semaphore(0);
    }

    @AfterEach
    void stop() {
        Turnstile.passes.release(100);
        functions.close();
    }

    @Test
    void callsBeyondTheSandboxesWaitAndBeginInOrder() {
        deploy(PATIENT);
        for (int i = 1; i <= 4; i++) call("crowd", i);

        begun("crowd 1");
        for (int i = 2; i <= 4; i++) {
            Turnstile.passes.release();
            begun("crowd " + i);
        }
    }

    @Test
    void aGuestOfAnotherTenantWaitsForTheCallUnderWayAndNoOther() {
        deploy(PATIENT);
        for (int i = 1; i <= 3; i++) call("crowd", i);
        call("guest", 1);
        begun("crowd 1");

        Turnstile.passes.release();

        begun("guest 1");
    }

    @Test
    void aCallsTimeBeginsInItsSandbox() {
        deploy(SHORT);
        CompletableFuture<Invocation> first = call("crowd", 1);
        CompletableFuture<Invocation> second = call("crowd", 2);

        await().until(first::isDone);
        assertThat(first.join().text()).contains("Task timed out after 0.20 seconds");
        assertThat(second).isNotDone();
        Turnstile.passes.release(2);
        await().until(second::isDone);
        assertThat(second.join().failed()).isFalse();
    }

    @Test
    void aCallThatNobodyWaitsForAnyMoreNeverBegins() {
        deploy(PATIENT);
        call("crowd", 1);
        begun("crowd 1");
        CompletableFuture<Invocation> abandoned = call("crowd", 2);
        call("crowd", 3);

        abandoned.cancel(false);
        Turnstile.passes.release();

        begun("crowd 3");
        assertThat(Turnstile.BEGUN).doesNotContain(payload("crowd", 2));
    }

    @Test
    void aCallerWhoIsInterruptedInLineIsDroppedFromIt() throws InterruptedException {
        deploy(PATIENT);
        call("crowd", 1);
        begun("crowd 1");
        Thread waiting = new Thread(() -> functions.invoke("Turn", bytes("crowd", 2)));
        waiting.start();
        await().until(() -> waiting.getState() == Thread.State.WAITING);

        waiting.interrupt();
        waiting.join();
        call("crowd", 3);
        Turnstile.passes.release();

        begun("crowd 3");
        assertThat(Turnstile.BEGUN).doesNotContain(payload("crowd", 2));
    }

    @Test
    void aCallThatHangsForGoodLosesItsSandboxAndNotTheFunction() {
        deploy(SHORT);
        call("crowd", 1);
        begun("crowd 1");

        call("crowd", 2);

        begun("crowd 2"); // twice the time-out later, though the first has not ended
    }

    @Test
    void whatTheTemplateReservesIsNotExceeded() {
        functions.close();
        functions = new Functions(TestAccount.LOCAL, concurrency(10), FunctionOutput.asIs());
        functions.deploy(new FunctionSpec(
                "Turn",
                Turnstile.class.getName(),
                Map.of(),
                PATIENT,
                512,
                FunctionSpec.Async.DEFAULT,
                "/turn",
                OptionalInt.of(2)));
        for (int i = 1; i <= 3; i++) call("crowd", i);

        await().until(() -> Turnstile.BEGUN.size() == 2);
        Turnstile.passes.release();
        begun("crowd 3");
    }

    private static Concurrency concurrency(int sandboxes) {
        return new Concurrency(
                sandboxes,
                Map.of(),
                payload -> new Caller(
                        payload.path("tenant").asText(), payload.path("since").asText()));
    }

    private void deploy(Duration timeout) {
        functions.deploy(new FunctionSpec(
                "Turn", Turnstile.class.getName(), Map.of(), timeout, 512, FunctionSpec.Async.DEFAULT));
    }

    private CompletableFuture<Invocation> call(String tenant, int number) {
        CompletableFuture<Invocation> answer =
                functions.call("Turn", bytes(tenant, number), () -> {}).orElseThrow();
        answers.add(answer);
        return answer;
    }

    private static byte[] bytes(String tenant, int number) {
        return payload(tenant, number).getBytes(UTF_8);
    }

    private static String payload(String tenant, int number) {
        return "{\"tenant\":\"" + tenant + "\",\"since\":\"" + number + "\"}";
    }

    private static void begun(String who) {
        String[] parts = who.split(" ");
        await().until(() -> Turnstile.BEGUN.contains(payload(parts[0], Integer.parseInt(parts[1]))));
    }
}
