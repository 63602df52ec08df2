package booth.emulator.kill;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of our own that can be killed without notice. It says on its standard output when it is ready. */
public final class ChildJvm implements AutoCloseable {
    private static final int SECONDS_TO_END = 120;

    private final Process process;
    private final BufferedReader out;

    private ChildJvm(Process process) {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    /** @param log gets what it says on its standard error */
    public static ChildJvm start(Class<?> main, Path log, String... arguments) {
        return start(List.of(), System.getProperty("java.class.path"), main, log, arguments);
    }

    /** The same, and it starts sooner. */
    public static ChildJvm start(ClassArchive classes, Class<?> main, Path log, String... arguments) {
        return start(classes.options(), classes.classPath(), main, log, arguments);
    }

    private static ChildJvm start(
            List<String> options, String classPath, Class<?> main, Path log, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true"));
        command.addAll(options);
        command.add(main.getName());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        // by the environment: some libraries crash in a process whose command line is very long
        builder.environment().put("CLASSPATH", classPath);
        builder.directory(new File("").getAbsoluteFile());
        try {
            return new ChildJvm(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the next line it prints. */
    public String line() {
        try {
            String line = out.readLine();
            if (line == null) throw new IllegalStateException("The child ended, code " + process.waitFor());
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As Ctrl-C does, and waits until it has ended. */
    public void stop() {
        process.destroy();
        awaitEnd();
    }

    /** As {@code kill -9} does, and waits until it is dead. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS))
                throw new IllegalStateException("The child does not end.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
