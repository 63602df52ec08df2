package booth.local.states;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.asl.HistoryEvent;
import booth.core.Json;
import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One execution on disk, one line of JSON for each thing that happened: first the header, then every event of the
 * history, and a summary wherever the execution ended, so that a start of the cloud reads two lines of a file and not
 * all of it. Appending is one write; a line that a dying process left half written is cut off.
 */
final class Journal {
    private static final int TAIL = 4096;
    private final Path file;

    Journal(Path file) {
        this.file = file;
    }

    private record Line(Optional<Header> header, Optional<HistoryEvent> event, Optional<Summary> summary) {}

    void create(Header header) {
        append(new Line(Optional.of(header), Optional.empty(), Optional.empty()));
    }

    void append(HistoryEvent event) {
        append(new Line(Optional.empty(), Optional.of(event), Optional.empty()));
    }

    void append(Summary summary) {
        append(new Line(Optional.empty(), Optional.empty(), Optional.of(summary)));
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + file, e);
        }
    }

    /** Empty when the process died before it had written even this. */
    Optional<Header> header() {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst().flatMap(first -> parsed(first).header());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    List<HistoryEvent> events() {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.flatMap(line -> parsed(line).event().stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** How the execution stands: from the last line where that says it, else from the whole history. */
    Optional<Summary> summary() {
        Optional<Summary> last = lastLine().flatMap(line -> parsed(line).summary());
        if (last.isPresent()) return last;
        List<HistoryEvent> events = events();
        if (events.isEmpty()) return Optional.empty();
        Summary summary = Summary.started(events.get(0).timestamp());
        for (HistoryEvent event : events) summary = summary.after(event);
        return Optional.of(summary);
    }

    /** Cuts off what follows the last whole line. */
    void repair() {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            long end = bytes.length();
            while (end > 0 && byteAt(bytes, end - 1) != '\n') end--;
            bytes.setLength(end);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot repair " + file, e);
        }
    }

    private static int byteAt(RandomAccessFile bytes, long position) throws IOException {
        bytes.seek(position);
        return bytes.read();
    }

    /** Empty when it is longer than a summary can be. */
    private Optional<String> lastLine() {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(TAIL, bytes.length())];
            bytes.seek(bytes.length() - tail.length);
            bytes.readFully(tail);
            String text = new String(tail, UTF_8).stripTrailing();
            int newline = text.lastIndexOf('\n');
            return newline < 0 ? Optional.empty() : Optional.of(text.substring(newline + 1));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private Line parsed(String line) {
        try {
            return Json.MAPPER.readValue(line, Line.class);
        } catch (JacksonException e) {
            throw new IllegalStateException(
                    "The journal " + file + " is damaged; delete the file to forget this execution.", e);
        }
    }

    private void append(Line line) {
        try {
            Files.createDirectories(file.getParent());
            byte[] json = (Json.text(line) + '\n').getBytes(UTF_8);
            Files.write(file, json, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
