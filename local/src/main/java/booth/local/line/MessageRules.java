package booth.local.line;

import booth.local.line.LineError.Fault;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What LINE takes as messages of a bot, of the kinds that are shown here: texts and images, with quick replies. */
final class MessageRules {
    private static final int MOST_MESSAGES = 5;
    private static final int LONGEST_TEXT = 5000; // UTF-16 code units
    private static final int LONGEST_LINK = 1000; // LINE's own, until it made it 2000; older apps keep it
    private static final int MOST_BUTTONS = 13;
    private static final int LONGEST_LABEL = 20;
    private static final int LONGEST_DATA = 300;
    private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "[::1]");

    private final List<Fault> faults = new ArrayList<>();

    private MessageRules() {}

    /** @throws LineError 400, naming each fault */
    static void check(JsonNode messages) {
        MessageRules rules = new MessageRules();
        rules.all(messages);
        if (!rules.faults.isEmpty()) throw LineError.of(rules.faults);
    }

    private void all(JsonNode messages) {
        if (!messages.isArray() || messages.isEmpty() || messages.size() > MOST_MESSAGES)
            fault("Size must be between 1 and " + MOST_MESSAGES, "messages");
        else for (int i = 0; i < messages.size(); i++) one(messages.get(i), "messages[" + i + "]");
    }

    private void one(JsonNode message, String where) {
        switch (message.path("type").asText()) {
            case "text" -> length(message, "text", LONGEST_TEXT, where);
            case "image" -> {
                link(message, "originalContentUrl", where);
                link(message, "previewImageUrl", where);
            }
            default -> fault("Must be one of the following values: [text, image]", where + ".type");
        }
        if (message.has("quickReply")) buttons(message.at("/quickReply/items"), where + ".quickReply.items");
    }

    private void buttons(JsonNode items, String where) {
        if (!items.isArray() || items.isEmpty() || items.size() > MOST_BUTTONS) {
            fault("Size must be between 1 and " + MOST_BUTTONS, where);
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            JsonNode action = items.get(i).path("action");
            String place = where + "[" + i + "].action";
            length(action, "label", LONGEST_LABEL, place);
            if (action.path("type").asText().equals("postback")) length(action, "data", LONGEST_DATA, place);
        }
    }

    private void length(JsonNode object, String field, int longest, String where) {
        int length = object.path(field).asText().length();
        if (length == 0) fault("May not be empty", where + "." + field);
        else if (length > longest) fault("Length must be between 1 and " + longest, where + "." + field);
    }

    /** HTTPS, as LINE asks; here the machine's own addresses need none. */
    private void link(JsonNode message, String field, String where) {
        length(message, field, LONGEST_LINK, where);
        if (!isLink(message.path(field).asText())) fault("Invalid URI scheme", where + "." + field);
    }

    private static boolean isLink(String text) {
        try {
            URI link = URI.create(text);
            return "https".equals(link.getScheme())
                    || "http".equals(link.getScheme()) && link.getHost() != null && HERE.contains(link.getHost());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void fault(String message, String property) {
        faults.add(new Fault(message, property));
    }
}
