package booth.linebot;

/** Events as LINE sends them. */
final class Events {
    static final String USER = "U0123456789abcdef0123456789abcdef";
    static final String GROUP = "C0123456789abcdef0123456789abcdef";
    static final String ROOM = "R0123456789abcdef0123456789abcdef";

    private Events() {}

    static String alone() {
        return alone(USER);
    }

    static String alone(String user) {
        return "{\"type\":\"user\",\"userId\":\"" + user + "\"}";
    }

    static String inGroup() {
        return "{\"type\":\"group\",\"groupId\":\"" + GROUP + "\",\"userId\":\"" + USER + "\"}";
    }

    static String inRoom() {
        return "{\"type\":\"room\",\"roomId\":\"" + ROOM + "\",\"userId\":\"" + USER + "\"}";
    }

    static String image(String id, String source) {
        return message(
                id, source, "{\"type\":\"image\",\"id\":\"" + id + "\",\"contentProvider\":{\"type\":\"line\"}}");
    }

    static String text(String id, String source, String text) {
        return message(id, source, "{\"type\":\"text\",\"id\":\"" + id + "\",\"text\":\"" + text + "\"}");
    }

    /** Addressed to the bot by its name. */
    static String mentioning(String id, String source, String name, String text) {
        return message(
                id,
                source,
                "{\"type\":\"text\",\"id\":\"" + id + "\",\"text\":\"" + name + " " + text
                        + "\",\"mention\":{\"mentionees\":[{\"type\":\"user\",\"index\":0,\"length\":" + name.length()
                        + ",\"isSelf\":true}]}}");
    }

    /** Of any kind. */
    static String message(String id, String source, String message) {
        return event("message", id, source, ",\"replyToken\":\"reply-" + id + "\",\"message\":" + message);
    }

    static String postback(String id, String source, String data) {
        return event(
                "postback",
                id,
                source,
                ",\"replyToken\":\"reply-" + id + "\",\"postback\":{\"data\":\"" + data + "\"}");
    }

    static String replyable(String type, String id, String source) {
        return event(type, id, source, ",\"replyToken\":\"reply-" + id + "\"");
    }

    static String unsend(String id, String source, String messageId) {
        return event("unsend", id, source, ",\"unsend\":{\"messageId\":\"" + messageId + "\"}");
    }

    static String event(String type, String id, String source, String more) {
        return "{\"type\":\"" + type + "\",\"mode\":\"active\",\"timestamp\":"
                + LineFixture.NOW.toEpochMilli() + ",\"source\":" + source + ",\"webhookEventId\":\"event-" + id
                + "\",\"deliveryContext\":{\"isRedelivery\":false}" + more + "}";
    }
}
