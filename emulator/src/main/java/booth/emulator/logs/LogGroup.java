package booth.emulator.logs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * One log, a text file with a line for each event. When the file is full it becomes {@code <name>.log.1} in place of the
 * one before it, so a log never takes more than twice that.
 */
final class LogGroup implements AutoCloseable {
    static final int FULL = 2 << 20;

    private final String name;
    private final Path file;
    private final Path older;
    private final InstantSource clock;
    private OutputStream out;
    private long size;
    private long latest;
    private boolean torn;

    /** Goes on with the file that is there, or begins one. */
    LogGroup(String name, Path file, InstantSource clock) {
        this.name = name;
        this.file = file;
        this.older = file.resolveSibling(file.getFileName() + ".1");
        this.clock = clock;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            this.out = open();
            this.size = Files.size(file);
            if (size > 0) out.write('\n'); // should the process before have died in the middle of a line
        } catch (IOException e) {
            throw new UncheckedIOException("The log " + file + " cannot be written", e);
        }
        for (LogEvent event : events()) latest = event.timestamp();
    }

    String name() {
        return name;
    }

    /** Adds an event; one without a word says nothing and is left out. */
    synchronized void append(String message) throws IOException {
        if (message.isBlank()) return;
        latest = Math.max(latest, clock.millis()); // a clock that is set back shall not shuffle the events
        byte[] line = ((torn ? "\n" : "") + LogEvent.line(latest, message) + "\n").getBytes(UTF_8);
        torn = true; // until all of it is there: a disk that is full takes the first half
        out.write(line);
        torn = false;
        size += line.length;
        if (size >= FULL) turn();
    }

    /** All events that are kept, in order. */
    synchronized List<LogEvent> events() {
        try {
            List<String> lines = new ArrayList<>();
            for (Path part : List.of(older, file))
                if (Files.exists(part)) // what is no text in it is shown as well as can be
                lines.addAll(List.of(new String(Files.readAllBytes(part), UTF_8).split("\n")));
            return LogEvent.read(lines);
        } catch (IOException e) {
            throw new UncheckedIOException("The log " + file + " cannot be read", e);
        }
    }

    synchronized long size() {
        return size;
    }

    /** When the oldest event that is kept was written; now, if there is none. */
    Instant since() {
        return events().stream()
                .findFirst()
                .map(event -> Instant.ofEpochMilli(event.timestamp()))
                .orElseGet(clock::instant);
    }

    private void turn() throws IOException {
        out.close();
        try {
            Files.move(file, older, StandardCopyOption.REPLACE_EXISTING);
            size = 0;
        } finally {
            out = open();
        }
    }

    private OutputStream open() throws IOException {
        return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Override
    public synchronized void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
