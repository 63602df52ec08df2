package booth.local.line;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** What went over the wire between LINE and the bot, for whoever wants to see it. Not thread-safe. */
final class Wire {
    private static final int MOST = 200;

    /**
     * A request and its answer.
     *
     * @param revision when it changed last
     * @param who sent it: {@code line} or {@code bot}
     * @param about an event's type, or the method and path of a call
     * @param event the event's id; empty for calls
     * @param headers those that matter
     * @param status 0 while it is under way, -1 where nobody was reached
     */
    record Exchange(
            long revision,
            String id,
            String who,
            String about,
            String event,
            Map<String, String> headers,
            JsonNode sent,
            int status,
            String answer,
            long at) {
        private Exchange answered(long revision, int status, String answer) {
            return new Exchange(revision, id, who, about, event, headers, sent, status, answer, at);
        }
    }

    private final Newest<Exchange> exchanges = new Newest<>(MOST);
    private final LongSupplier revisions;
    private long last;

    Wire(LongSupplier revisions) {
        this.revisions = revisions;
    }

    /** @return under which it is answered */
    String sent(String who, String about, String event, Map<String, String> headers, JsonNode body, long at) {
        String id = String.valueOf(++last);
        exchanges.put(id, new Exchange(revisions.getAsLong(), id, who, about, event, headers, body, 0, "", at));
        return id;
    }

    void answered(String id, int status, String answer) {
        Optional<Exchange> sent = exchanges.find(id);
        sent.ifPresent(one -> exchanges.put(id, one.answered(revisions.getAsLong(), status, answer)));
    }

    List<Exchange> since(long revision) {
        return exchanges.all().stream()
                .filter(exchange -> exchange.revision() > revision)
                .toList();
    }
}
