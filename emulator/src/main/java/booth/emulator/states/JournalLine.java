package booth.emulator.states;

import booth.asl.run.Step;
import booth.emulator.wire.Json;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParseException;
import java.util.Optional;

/** One line of a journal, which is one of the three. */
record JournalLine(Optional<Header> header, Optional<Step> step, Optional<Journal.Note> note) {
    JournalLine {
        if ((header.isPresent() ? 1 : 0) + (step.isPresent() ? 1 : 0) + (note.isPresent() ? 1 : 0) != 1)
            throw new IllegalArgumentException("a line is a header, a step or a note");
    }

    static JournalLine of(Header header) {
        return new JournalLine(Optional.of(header), Optional.empty(), Optional.empty());
    }

    static JournalLine of(Step step) {
        return new JournalLine(Optional.empty(), Optional.of(step), Optional.empty());
    }

    static JournalLine of(Journal.Note note) {
        return new JournalLine(Optional.empty(), Optional.empty(), Optional.of(note));
    }

    /** @throws JacksonException when it is none */
    static JournalLine parse(String json) throws JacksonException {
        JournalLine line = Json.MAPPER.readValue(json, JournalLine.class);
        if (line == null) throw new JsonParseException(null, "it says null");
        return line;
    }

    /** With its end. */
    String text() {
        return Json.text(this) + '\n';
    }
}
