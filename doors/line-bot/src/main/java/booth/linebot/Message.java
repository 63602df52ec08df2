package booth.linebot;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * One message as LINE's Messaging API takes it. Its links have at most {@link PictureLinks#LONGEST} characters.
 *
 * @param type {@code text} or {@code image}
 */
record Message(
        String type,
        Optional<String> text,
        Optional<URI> originalContentUrl,
        Optional<URI> previewImageUrl,
        Optional<QuickReply> quickReply) {
    /** So many does one reply or push take. */
    static final int MOST = 5;

    /** Buttons under the last message. */
    record QuickReply(List<Item> items) {}

    record Item(String type, Action action) {}

    /**
     * @param label at most 20 characters
     * @param data what comes back
     * @param displayText what the chat shows as said
     */
    record Action(String type, String label, String data, String displayText) {}

    static Message text(String text) {
        return new Message("text", Optional.of(text), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Message image(URI original, URI preview) {
        return new Message("image", Optional.empty(), Optional.of(original), Optional.of(preview), Optional.empty());
    }

    Message offering(QuickReply buttons) {
        return new Message(type, text, originalContentUrl, previewImageUrl, Optional.of(buttons));
    }
}
