package booth.local.line;

import booth.core.Json;
import booth.local.line.Cast.Kind;
import booth.local.line.Phone.Standing;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * LINE: who is in which chat, what was said, which tokens are out. All of it is in memory and bounded; a restart forgets
 * it. What a guest does comes out as the event that the bot is to be told.
 */
final class Platform {
    private static final int MOST_KEYS = 1000;
    private static final String GUEST = "guest";

    private final Cast cast;
    private final InstantSource clock;
    private final ReplyTokens tokens;
    private final Ids ids;
    private final Events events;
    private final Contents contents = new Contents();
    private final Newest<String> retryKeys = new Newest<>(MOST_KEYS);
    private final Phone phone = new Phone(this::next);
    private final Wire wire = new Wire(this::next);
    private final String session = UUID.randomUUID().toString();
    private long revision;
    private String language = "en";

    Platform(Cast cast, InstantSource clock) {
        this.cast = cast;
        this.clock = clock;
        this.tokens = new ReplyTokens(clock);
        this.ids = new Ids(clock);
        this.events = new Events(cast, tokens, ids, clock);
    }

    Cast cast() {
        return cast;
    }

    private long next() {
        return ++revision;
    }

    // --- what the guest does ----------------------------------------------------------------------------------------

    /** Adds the bot as a friend, or invites it. */
    synchronized ObjectNode enter(Kind chat) {
        boolean before = phone.standing(chat) == Standing.LEFT;
        if (phone.standing(chat) == Standing.IN) throw new LineError(409, "The bot is in this chat already.");
        phone.standing(chat, Standing.IN, ids.message(), clock.instant());
        if (chat != Kind.USER) return events.answerable("join", chat, events.itself(chat));
        ObjectNode follow = events.answerable("follow", chat, events.itself(chat));
        follow.putObject("follow").put("isUnblocked", before);
        return follow;
    }

    /** Blocks the bot, or removes it. */
    synchronized ObjectNode leave(Kind chat) {
        requireIn(chat);
        phone.standing(chat, Standing.LEFT, ids.message(), clock.instant());
        return events.event(chat == Kind.USER ? "unfollow" : "leave", events.itself(chat));
    }

    synchronized ObjectNode text(Kind chat, String text) {
        return said(chat, events.text(text));
    }

    synchronized ObjectNode sticker(Kind chat) {
        return said(chat, Events.sticker());
    }

    synchronized ObjectNode photo(Kind chat, byte[] photo) {
        ObjectNode event = said(chat, Events.image());
        contents.put(event.at("/message/id").asText(), photo);
        return event;
    }

    private ObjectNode said(Kind chat, ObjectNode message) {
        requireIn(chat);
        String id = ids.message();
        phone.said(id, chat, GUEST, message, clock.instant());
        return events.message(chat, id, message);
    }

    /** A button that says something when it is pressed. */
    synchronized ObjectNode press(Kind chat, String data, String displayText) {
        requireIn(chat);
        if (!displayText.isEmpty()) phone.said(ids.message(), chat, GUEST, events.text(displayText), clock.instant());
        ObjectNode event = events.answerable("postback", chat, events.guestIn(chat));
        event.putObject("postback").put("data", data);
        return event;
    }

    synchronized ObjectNode unsend(String messageId) {
        Kind chat = phone.unsend(messageId).orElseThrow(() -> new LineError(404, "There is no such message."));
        contents.forget(messageId);
        ObjectNode event = events.event("unsend", events.guestIn(chat));
        event.putObject("unsend").put("messageId", messageId);
        return event;
    }

    private void requireIn(Kind chat) {
        if (phone.standing(chat) != Standing.IN) throw new LineError(409, "The bot is not in this chat.");
    }

    synchronized void language(String tag) {
        language = tag;
    }

    synchronized void replyWithin(Duration lifetime) {
        tokens.lifetime(lifetime);
    }

    // --- what the bot does ------------------------------------------------------------------------------------------

    /** @return {@code sentMessages} */
    synchronized ObjectNode reply(String token, JsonNode messages) {
        MessageRules.check(messages);
        Kind chat = tokens.use(token)
                .filter(open -> phone.standing(open) == Standing.IN)
                .orElseThrow(() -> new LineError(400, "Invalid reply token"));
        return show(chat, "reply", messages);
    }

    /** What a guest who has blocked the bot is sent arrives nowhere, and the bot is not told. */
    synchronized ObjectNode push(String to, Optional<String> retryKey, JsonNode messages) {
        Kind chat = cast.find(to)
                .orElseThrow(() ->
                        new LineError(400, "The property, 'to', in the request body is invalid (line: -, column: -)"));
        MessageRules.check(messages);
        if (retryKey.filter(key -> retryKeys.find(key).isPresent()).isPresent())
            throw new LineError(409, "The retry key is already accepted");
        retryKey.ifPresent(key -> retryKeys.put(key, key));
        return phone.standing(chat) == Standing.LEFT ? sentMessages() : show(chat, "push", messages);
    }

    private ObjectNode show(Kind chat, String how, JsonNode messages) {
        ObjectNode sent = sentMessages();
        for (JsonNode message : messages) {
            String id = ids.message();
            phone.said(id, chat, how, message, clock.instant());
            sent.withArray("sentMessages").addObject().put("id", id);
        }
        return sent;
    }

    private static ObjectNode sentMessages() {
        ObjectNode sent = Json.MAPPER.createObjectNode();
        sent.putArray("sentMessages");
        return sent;
    }

    synchronized void loading(String chatId, int seconds) {
        if (!chatId.equals(cast.guest())) throw new LineError(400, "The property, 'chatId', is invalid");
        if (seconds < 5 || seconds > 60 || seconds % 5 != 0)
            throw new LineError(400, "The property, 'loadingSeconds', must be 5 to 60 in steps of 5");
        if (phone.standing(Kind.USER) == Standing.IN)
            phone.busyUntil(clock.instant().plusSeconds(seconds));
    }

    synchronized Optional<byte[]> content(String messageId) {
        return contents.find(messageId);
    }

    /** Of whom the bot may know; of friends alone LINE tells the language. */
    synchronized Optional<ObjectNode> profile(Kind chat, String chatId, String user) {
        if (!user.equals(cast.guest()) || !chatId.equals(cast.idOf(chat)) || phone.standing(chat) != Standing.IN)
            return Optional.empty();
        ObjectNode profile = Json.MAPPER
                .createObjectNode()
                .put("displayName", Cast.GUEST_NAME)
                .put("userId", user);
        return Optional.of(chat == Kind.USER ? profile.put("language", language) : profile);
    }

    // --- what is seen of it -----------------------------------------------------------------------------------------

    synchronized String wireSent(String who, String about, String event, Map<String, String> headers, JsonNode body) {
        return wire.sent(who, about, event, headers, body, clock.millis());
    }

    synchronized void wireAnswered(String id, int status, String answer) {
        wire.answered(id, status, answer);
    }

    /** What has changed since a revision. */
    synchronized ObjectNode state(long since) {
        Instant now = clock.instant();
        ObjectNode state =
                Json.MAPPER.createObjectNode().put("session", session).put("revision", revision);
        state.put("bot", Cast.BOT_NAME).put("language", language);
        state.put("replySeconds", tokens.lifetime().toSeconds());
        ArrayNode chats = state.putArray("chats");
        for (Kind kind : Kind.values())
            chats.addObject()
                    .put("kind", kind.word())
                    .put("standing", phone.standing(kind).name())
                    .put("busyMillis", kind == Kind.USER ? phone.busyMillis(now) : 0);
        state.set("entries", Json.MAPPER.valueToTree(phone.since(since)));
        state.set("wire", Json.MAPPER.valueToTree(wire.since(since)));
        return state;
    }
}
