package booth.linebot;

import booth.core.Json;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What the bot says, in every language it speaks: {@code en.json} and its siblings. */
final class Words {
    private static final Map<Language, Map<String, String>> ALL = readAll();

    private Words() {}

    static String of(Language language, String key) {
        return find(language, key)
                .orElseThrow(() -> new IllegalArgumentException("There are no words for '" + key + "'."));
    }

    /** @param value takes the place of {@code {}} */
    static String of(Language language, String key, Object value) {
        return of(language, key).replace("{}", String.valueOf(value));
    }

    /** Empty where nobody has worded it. */
    static Optional<String> find(Language language, String key) {
        return Optional.ofNullable(in(language).get(key));
    }

    static Map<String, String> in(Language language) {
        return ALL.getOrDefault(language, Map.of());
    }

    private static Map<Language, Map<String, String>> readAll() {
        Map<Language, Map<String, String>> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) all.put(language, read(language.code() + ".json"));
        return all;
    }

    private static Map<String, String> read(String file) {
        try (InputStream in = Words.class.getResourceAsStream(file)) {
            if (in == null) throw new IllegalStateException("There is no " + file + ".");
            return Json.MAPPER.readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
