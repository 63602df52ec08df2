package booth.emulator.states;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.asl.HistoryEvent;
import booth.emulator.spool.DamagedFile;
import booth.emulator.spool.DiskTrouble;
import booth.emulator.spool.WholeFile;
import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What can be saved of a journal that is damaged. An execution that was running cannot go on from a record with a hole in
 * it, but whoever waits for its end shall hear of one: it ends as aborted, after the steps before the hole. Of one that had
 * ended nobody waits for anything, and it is forgotten. The damaged file is kept either way.
 */
final class Salvage {
    private final Path file;
    private final String wrong;
    private final List<JournalLine> whole = new ArrayList<>();
    private Optional<Journal.Note> latest = Optional.empty();
    private boolean holed;

    private Salvage(Damaged damage) {
        file = damage.file();
        wrong = damage.how();
    }

    /** @return whether there is a sound journal in its place now, with an end */
    static boolean of(Damaged damage) {
        Salvage salvage = new Salvage(damage);
        salvage.read();
        return salvage.end();
    }

    private void read() {
        for (byte[] line : lines()) {
            try {
                see(JournalLine.parse(
                        UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString()));
            } catch (CharacterCodingException | JacksonException e) {
                holed = true;
            }
        }
    }

    private void see(JournalLine line) {
        latest = Journal.noteAfter(latest, line);
        if (!holed) whole.add(line);
    }

    private boolean end() {
        boolean known = lastEvent() > 0 && whole.get(0).header().isPresent();
        if (!known || latest.filter(note -> note.summary().running()).isEmpty()) {
            new DamagedFile(file).setAside(wrong, "Its execution is not known any more.");
            return false;
        }
        new DamagedFile(file).copyAside(wrong, "Its execution was running and ends as aborted.");
        whole.add(JournalLine.of(Interrupted.step(lastEvent(), "its record is damaged")));
        StringBuilder text = new StringBuilder();
        whole.forEach(line -> text.append(line.text()));
        new WholeFile(file).write(text.toString().getBytes(UTF_8));
        return true;
    }

    private long lastEvent() {
        return whole.stream()
                .flatMap(line -> line.step().stream())
                .flatMap(step -> step.events().stream())
                .mapToLong(HistoryEvent::id)
                .max()
                .orElse(0);
    }

    private List<byte[]> lines() {
        try {
            byte[] bytes = Files.readAllBytes(file);
            List<byte[]> lines = new ArrayList<>();
            int start = 0;
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] != '\n') continue;
                lines.add(Arrays.copyOfRange(bytes, start, i));
                start = i + 1;
            }
            return lines;
        } catch (IOException e) {
            throw DiskTrouble.of("cannot be read", file, e);
        }
    }
}
