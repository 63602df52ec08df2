package booth.local.line;

import booth.core.Sha256;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who is on this LINE: the bot, one guest, and a group and a room that the guest is in. Ids follow from the channel, so
 * pictures of a photo that was sent before a restart find its chat.
 */
record Cast(String bot, String guest, String group, String room) {
    /** By which the bot is mentioned in groups. */
    static final String BOT_NAME = "Photo Booth";

    static final String GUEST_NAME = "Guest";

    private static final int ID_LENGTH = 32;

    /** Where the guest and the bot can meet. */
    enum Kind {
        USER,
        GROUP,
        ROOM;

        /** {@code user} */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Kind> of(String word) {
            return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
        }
    }

    static Cast of(LineChannel channel) {
        return new Cast(id("Ub", channel), id("U", channel), id("C", channel), id("R", channel));
    }

    private static String id(String kind, LineChannel channel) {
        return kind.charAt(0)
                + Sha256.hex(kind + " of " + channel.channelSecret()).substring(0, ID_LENGTH);
    }

    /** LINE's name for a chat. */
    String idOf(Kind kind) {
        return switch (kind) {
            case USER -> guest;
            case GROUP -> group;
            case ROOM -> room;
        };
    }

    /** The chat of a name. */
    Optional<Kind> find(String id) {
        return Stream.of(Kind.values()).filter(kind -> idOf(kind).equals(id)).findFirst();
    }
}
