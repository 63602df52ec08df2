package booth.local.line;

import booth.core.Json;
import booth.local.line.Cast.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.UUID;

/** Events as LINE words them in its webhooks. */
final class Events {
    private final Cast cast;
    private final ReplyTokens tokens;
    private final Ids ids;
    private final InstantSource clock;

    Events(Cast cast, ReplyTokens tokens, Ids ids, InstantSource clock) {
        this.cast = cast;
        this.tokens = tokens;
        this.ids = ids;
        this.clock = clock;
    }

    /** One that the bot may answer. */
    ObjectNode answerable(String type, Kind chat, ObjectNode source) {
        return event(type, source).put("replyToken", tokens.issue(chat));
    }

    ObjectNode event(String type, ObjectNode source) {
        ObjectNode event = Json.MAPPER.createObjectNode().put("type", type);
        event.putObject("deliveryContext").put("isRedelivery", false);
        event.put("webhookEventId", ids.event()).put("timestamp", clock.millis());
        event.put("mode", "active").set("source", source);
        return event;
    }

    /** A guest's own deed. */
    ObjectNode guestIn(Kind chat) {
        return chat == Kind.USER ? itself(chat) : itself(chat).put("userId", cast.guest());
    }

    /** What happens to a chat, by nobody's hand. */
    ObjectNode itself(Kind chat) {
        return Json.MAPPER.createObjectNode().put("type", chat.word()).put(chat.word() + "Id", cast.idOf(chat));
    }

    /** @param id of the message */
    ObjectNode message(Kind chat, String id, JsonNode said) {
        ObjectNode event = answerable("message", chat, guestIn(chat));
        ObjectNode message = event.putObject("message");
        message.setAll((ObjectNode) said);
        message.put("id", id).put("quoteToken", UUID.randomUUID().toString());
        return event;
    }

    static ObjectNode image() {
        ObjectNode image = Json.MAPPER.createObjectNode().put("type", "image");
        image.putObject("contentProvider").put("type", "line");
        return image;
    }

    static ObjectNode sticker() {
        return Json.MAPPER
                .createObjectNode()
                .put("type", "sticker")
                .put("packageId", "446")
                .put("stickerId", "1988")
                .put("stickerResourceType", "STATIC");
    }

    /** Where the bot is named, LINE says where in the text. */
    ObjectNode text(String text) {
        ObjectNode said = Json.MAPPER.createObjectNode().put("type", "text").put("text", text);
        String name = "@" + Cast.BOT_NAME;
        int at = text.indexOf(name);
        if (at >= 0)
            said.putObject("mention")
                    .putArray("mentionees")
                    .addObject()
                    .put("index", at)
                    .put("length", name.length())
                    .put("type", "user")
                    .put("userId", cast.bot())
                    .put("isSelf", true);
        return said;
    }

    /** The same event once more. */
    static ObjectNode again(ObjectNode event) {
        ObjectNode again = event.deepCopy();
        again.putObject("deliveryContext").put("isRedelivery", true);
        return again;
    }
}
