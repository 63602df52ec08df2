package booth.local.line;

import booth.core.Json;
import booth.local.line.Cast.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;

/** What the guest's app shows: three chats with the bot, and what was said in them. Not thread-safe. */
final class Phone {
    private static final int MOST = 300;

    /** Whether the bot is in a chat; nobody knows yet of one that nothing has happened in. */
    enum Standing {
        NEW,
        IN,
        LEFT
    }

    /**
     * One message, or a line about the chat.
     *
     * @param revision when it changed last
     * @param by {@code guest}; {@code reply} or {@code push}, as the bot sent it; or {@code notice}
     */
    record Entry(long revision, String id, String chat, String by, JsonNode message, long at, boolean unsent) {}

    private final Newest<Entry> entries = new Newest<>(MOST);
    private final Map<Kind, Standing> standings = new EnumMap<>(Kind.class);
    private final LongSupplier revisions;
    private Instant busyUntil = Instant.EPOCH;

    Phone(LongSupplier revisions) {
        this.revisions = revisions;
        for (Kind kind : Kind.values()) standings.put(kind, Standing.NEW);
    }

    Standing standing(Kind chat) {
        return Objects.requireNonNull(standings.get(chat));
    }

    void standing(Kind chat, Standing standing, String id, Instant now) {
        standings.put(chat, standing);
        if (chat == Kind.USER) busyUntil = Instant.EPOCH;
        add(id, chat, "notice", Json.MAPPER.createObjectNode().put("type", standing.name()), now);
    }

    /** The dots that move end where the bot says something. */
    void said(String id, Kind chat, String by, JsonNode message, Instant now) {
        if (chat == Kind.USER && !by.equals("guest")) busyUntil = Instant.EPOCH;
        standings.replace(chat, Standing.NEW, Standing.IN); // as the bot and the guest know of an earlier run
        add(id, chat, by, message, now);
    }

    private void add(String id, Kind chat, String by, JsonNode message, Instant now) {
        entries.put(id, new Entry(revisions.getAsLong(), id, chat.word(), by, message, now.toEpochMilli(), false));
    }

    /** Takes back what the guest said; empty where there is no such message, or no more. */
    Optional<Kind> unsend(String id) {
        Optional<Entry> mine = entries.find(id).filter(entry -> entry.by().equals("guest") && !entry.unsent());
        mine.ifPresent(entry -> entries.put(
                id,
                new Entry(
                        revisions.getAsLong(),
                        id,
                        entry.chat(),
                        entry.by(),
                        Json.MAPPER.createObjectNode(),
                        entry.at(),
                        true)));
        return mine.flatMap(entry -> Kind.of(entry.chat()));
    }

    void busyUntil(Instant end) {
        busyUntil = end;
    }

    long busyMillis(Instant now) {
        return Math.max(0, busyUntil.toEpochMilli() - now.toEpochMilli());
    }

    List<Entry> since(long revision) {
        return entries.all().stream()
                .filter(entry -> entry.revision() > revision)
                .toList();
    }
}
