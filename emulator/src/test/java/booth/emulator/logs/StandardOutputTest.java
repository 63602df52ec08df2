package booth.emulator.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandardOutputTest {
    @TempDir
    private Path folder;

    @Test
    void whatFunctionsPrintAtOnceGoesToTheLogOfEach() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        try (LogGroups groups = new LogGroups(folder, Clock.systemUTC());
                StandardOutput output = StandardOutput.take(groups)) {
            List<CompletableFuture<Void>> calls = List.of(
                    CompletableFuture.runAsync(() -> call(output, "/a", together)),
                    CompletableFuture.runAsync(() -> call(output, "/b", together)));
            calls.forEach(CompletableFuture::join);

            for (String name : List.of("/a", "/b"))
                assertThat(groups.group(name).events())
                        .extracting(LogEvent::message)
                        .containsExactly("first of " + name, "größer als " + name, "cut off " + name);
        }
    }

    @Test
    void whatNoFunctionPrintsIsKeptApart() throws Exception {
        try (LogGroups groups = new LogGroups(folder, Clock.systemUTC());
                StandardOutput output = StandardOutput.take(groups)) {
            output.into("/a", () -> {
                        Thread pool = new Thread(() -> System.out.println("from a pool"));
                        pool.start();
                        pool.join();
                        return 0;
                    })
                    .call();
            System.out.println("from nobody");

            assertThat(groups.group("/a").events()).isEmpty();
            assertThat(groups.all()).extracting(LogGroup::name).containsExactly("/a");
        }
        assertThat(Files.readString(folder.resolve("other.log"))).contains("from a pool", "from nobody");
    }

    @Test
    void afterwardsTheTerminalIsBack() {
        PrintStream before = System.out;
        try (LogGroups groups = new LogGroups(folder, Clock.systemUTC())) {
            StandardOutput.take(groups).close();
        }

        assertThat(System.out).isSameAs(before);
    }

    private static void call(StandardOutput output, String name, CyclicBarrier together) {
        Callable<Integer> call = output.into(name, () -> {
            together.await();
            System.out.println("first of " + name);
            together.await();
            System.out.println("größer als " + name);
            System.out.print("cut off " + name);
            return 0;
        });
        try {
            call.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
