package booth.emulator.states;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.asl.HistoryEvent;
import booth.asl.run.Step;
import booth.emulator.spool.DiskTrouble;
import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One execution on disk, one line of JSON for each thing that happened: first the header, then every step, and a note
 * wherever the status was announced or is no longer going to change, so that a start of the cloud reads one line of a
 * file and not all of it. A line counts when it is whole: what a dying process left half written is cut off, and with it
 * the step that never happened.
 */
final class Journal {
    private static final int TAIL = 4096;
    private final Path file;

    Journal(Path file) {
        this.file = file;
    }

    /**
     * How the execution stands.
     *
     * @param told the last event of which EventBridge has heard; 0 for none
     */
    record Note(Summary summary, long told) {
        private static Note first(HistoryEvent event) {
            return new Note(Summary.started(event.timestamp()), 0);
        }

        private Note after(HistoryEvent event) {
            return new Note(summary.after(event), told);
        }
    }

    Path file() {
        return file;
    }

    void create(Header header) {
        append(JournalLine.of(header));
    }

    void append(Step step) {
        append(JournalLine.of(step));
    }

    void append(Note note) {
        append(JournalLine.of(note));
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw DiskTrouble.of("cannot be deleted", file, e);
        }
    }

    /**
     * Empty when the process died before it had written even this.
     *
     * @throws Damaged as all that read
     */
    Optional<Header> header() {
        Optional<JournalLine> first = read(Stream::findFirst);
        if (first.isPresent() && first.get().header().isEmpty()) throw new Damaged(file, "it has no beginning");
        return first.flatMap(JournalLine::header);
    }

    List<Step> steps() {
        return read(lines -> lines.flatMap(line -> line.step().stream()).toList());
    }

    List<HistoryEvent> events() {
        return read(lines -> lines.flatMap(line -> line.step().stream())
                .flatMap(step -> step.events().stream())
                .toList());
    }

    /** From the last line where that is one, else from the whole; empty when nothing had happened yet. */
    Optional<Note> note() {
        Optional<Note> last = lastLine().flatMap(line -> parsed(line).note());
        return last.isPresent() ? last : read(Journal::noteOf);
    }

    private static Optional<Note> noteOf(Stream<JournalLine> lines) {
        Optional<Note> note = Optional.empty();
        for (JournalLine line : (Iterable<JournalLine>) lines::iterator) note = noteAfter(note, line);
        return note;
    }

    /** How the execution stands with one line more. */
    static Optional<Note> noteAfter(Optional<Note> before, JournalLine line) {
        if (line.note().isPresent()) return line.note();
        Optional<Note> note = before;
        for (HistoryEvent event : line.step().map(Step::events).orElse(List.of()))
            note = Optional.of(note.orElseGet(() -> Note.first(event)).after(event));
        return note;
    }

    /** Cuts off what follows the last whole line. */
    void repair() {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            long end = bytes.length();
            while (end > 0 && byteAt(bytes, end - 1) != '\n') end--;
            bytes.setLength(end);
        } catch (IOException e) {
            throw DiskTrouble.of("cannot be written", file, e);
        }
    }

    private static int byteAt(RandomAccessFile bytes, long position) throws IOException {
        bytes.seek(position);
        return bytes.read();
    }

    /** Empty when it is longer than a note can be. */
    private Optional<String> lastLine() {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(TAIL, bytes.length())];
            bytes.seek(bytes.length() - tail.length);
            bytes.readFully(tail);
            String text = new String(tail, UTF_8).stripTrailing();
            int newline = text.lastIndexOf('\n');
            return newline < 0 ? Optional.empty() : Optional.of(text.substring(newline + 1));
        } catch (IOException e) {
            throw DiskTrouble.of("cannot be read", file, e);
        }
    }

    /** Never amid a write. */
    private synchronized <T> T read(Function<Stream<JournalLine>, T> reader) {
        try (Stream<String> lines = Files.lines(file)) {
            return reader.apply(lines.map(this::parsed));
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException)
                throw new Damaged(file, "it has bytes that are no text");
            throw e;
        } catch (IOException e) {
            throw DiskTrouble.of("cannot be read", file, e);
        }
    }

    private JournalLine parsed(String line) {
        try {
            return JournalLine.parse(line);
        } catch (JacksonException e) {
            throw new Damaged(file, e.getOriginalMessage());
        }
    }

    /** One write, and one at a time. */
    private synchronized void append(JournalLine line) {
        try {
            Files.createDirectories(file.getParent());
            ByteBuffer json = ByteBuffer.wrap(line.text().getBytes(UTF_8));
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                append(json, channel);
            }
        } catch (IOException e) {
            throw DiskTrouble.of("cannot be written", file, e);
        }
    }

    /** A full disk must not leave half a line before the next. */
    private static void append(ByteBuffer line, FileChannel channel) throws IOException {
        long end = channel.size();
        try {
            for (long at = end; line.hasRemaining(); ) at += channel.write(line, at);
        } catch (IOException e) {
            channel.truncate(end);
            throw e;
        }
    }
}
