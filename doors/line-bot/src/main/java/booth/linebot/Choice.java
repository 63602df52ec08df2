package booth.linebot;

import booth.core.Json;
import booth.core.job.Look;
import booth.core.job.LookChoice;
import booth.core.job.ObjectStore;
import java.util.Optional;

/**
 * What a guest wants made of the next photos; masks by chance where nothing was said.
 *
 * @param wanted a monster or a portrait
 */
record Choice(LookChoice wanted) {
    static final Choice SURPRISE = new Choice(LookChoice.of(Look.MONSTER));
    static final Choice PORTRAIT = new Choice(LookChoice.of(Look.PORTRAIT));

    /** @throws booth.core.Refused {@code INVALID_MASKS} for what is too long to name masks */
    static Choice ofMasks(String text) {
        return new Choice(new LookChoice(Optional.of(Look.MONSTER), Optional.empty(), Optional.of(text)));
    }

    static Choice of(Chat chat, ObjectStore store) {
        String key = LineKeys.choice(chat.guestHash());
        return store.find(key)
                .map(stored -> Json.read(key, stored.bytes(), Choice.class))
                .orElse(SURPRISE);
    }

    void remember(Chat chat, ObjectStore store) {
        store.write(LineKeys.choice(chat.guestHash()), Json.bytes(this));
    }
}
