package booth.linebot;

import booth.core.Sha256;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.linecorp.bot.webhook.model.GroupSource;
import com.linecorp.bot.webhook.model.RoomSource;
import com.linecorp.bot.webhook.model.Source;
import com.linecorp.bot.webhook.model.UserSource;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody writes from, and where answers go.
 *
 * @param id of the user, the group or the room, as LINE names it to this bot alone
 * @param user who writes; LINE does not always say who in a group
 */
record Chat(Kind kind, String id, Optional<String> user) {
    enum Kind {
        USER,
        GROUP,
        ROOM
    }

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    Chat {
        requireId(id);
        user.ifPresent(Chat::requireId);
    }

    /** Ids are put into paths of requests. */
    private static void requireId(String id) {
        if (!ID.matcher(id).matches()) throw new IllegalArgumentException("That is no id of LINE's.");
    }

    /** Empty for sources of a kind that is not known. */
    static Optional<Chat> of(@Nullable Source source) {
        if (source instanceof UserSource alone)
            return Optional.of(new Chat(Kind.USER, alone.userId(), Optional.of(alone.userId())));
        if (source instanceof GroupSource group)
            return Optional.of(new Chat(Kind.GROUP, group.groupId(), Optional.ofNullable(group.userId())));
        if (source instanceof RoomSource room)
            return Optional.of(new Chat(Kind.ROOM, room.roomId(), Optional.ofNullable(room.userId())));
        return Optional.empty();
    }

    @JsonIgnore
    boolean isOfOne() {
        return kind == Kind.USER;
    }

    /** Whoever writes, as an index may know them; of a chat all that LINE does not name are one. */
    String guestHash() {
        return Sha256.hex(user.orElse(id + " somebody"));
    }

    String hash() {
        return Sha256.hex(id);
    }

    /** Everyone whose departure erases what is made here. */
    Set<String> owners() {
        return Stream.of(guestHash(), hash()).collect(Collectors.toUnmodifiableSet());
    }
}
