package booth.linebot;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the bot speaks. */
enum Language {
    EN,
    JA,
    KO,
    ZH;

    /** @param tag of a profile, e.g. {@code zh-Hant}; English where there is none, or one that the bot does not speak */
    static Language of(Optional<String> tag) {
        String first = tag.orElse("").toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return Stream.of(values())
                .filter(language -> language.code().equals(first))
                .findFirst()
                .orElse(EN);
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
