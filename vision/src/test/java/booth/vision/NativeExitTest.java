package booth.vision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A process that is told to end while its models work. */
class NativeExitTest {
    private static final int SIGTERM = 128 + 15;

    @TempDir
    private Path folder;

    /** Looks at a photo, and gives its model back when it is stopped, as a cloud on a laptop does. */
    static final class Child {
        private Child() {}

        public static void main(String... arguments) {
            Sam2 sam = new Sam2(Models.in(Path.of(arguments[0])));
            sam.load();
            BufferedImage photo = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
            Thread looking = new Thread(
                    () -> System.out.println("seen " + sam.encode(photo).width()));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                sam.close();
                join(looking);
            }));
            looking.start();
            while (!NativeCalls.PROCESS.underWay()) Thread.onSpinWait();
            System.out.println("looking");
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @RepeatedTest(3)
    @DisabledOnOs(OS.WINDOWS)
    void endsWithTheSignalsCodeAndNoCrash() throws IOException, InterruptedException {
        Process child = start();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(child.getInputStream(), UTF_8))) {
            assertThat(out.readLine()).isEqualTo("looking");

            child.toHandle().destroy(); // Process.destroy() closes its streams, too

            assertThat(out.readLine()).as("the look under way is finished").isEqualTo("seen 640");
            assertThat(child.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(child.exitValue()).isEqualTo(SIGTERM);
            try (Stream<Path> left = Files.list(folder)) {
                assertThat(left).isEmpty();
            }
        } finally {
            child.destroyForcibly();
        }
    }

    private Process start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:-CreateCoredumpOnCrash",
                "-Djava.awt.headless=true",
                Child.class.getName(),
                Models.find(Map.of())
                        .file("face_landmark.tflite")
                        .resolveSibling("")
                        .toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return builder.directory(folder.toFile()).start();
    }
}
