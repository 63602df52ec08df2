package booth.local.line;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nobody reads a name where words should be. */
class ChatWordsTest {
    private static final Path WEB = Path.of("src/main/resources/web");
    private static final Pattern NAMED =
            Pattern.compile("data-t(?:-label|-placeholder)?=\"(chat[\\w.]+)\"|\\bt\\('(chat[\\w.]+)'");

    @Test
    void bothLanguagesSayTheSame() throws IOException {
        assertThat(names("ko")).isEqualTo(names("en"));
    }

    @Test
    void whatThePageSaysHasWords() throws IOException {
        Set<String> said = new TreeSet<>();
        try (Stream<Path> files = Files.walk(WEB)) {
            for (Path file : files.filter(one -> one.toString().matches(".*\\.(html|js)"))
                    .toList()) {
                var named = NAMED.matcher(Files.readString(file));
                while (named.find()) said.add(named.group(1) == null ? named.group(2) : named.group(1));
            }
        }
        assertThat(said).hasSizeGreaterThan(25);
        assertThat(names("en")).containsAll(said);
    }

    @Test
    void soHasEveryChat() throws IOException {
        for (Cast.Kind kind : Cast.Kind.values())
            for (String name : new String[] {
                "chat.%s",
                "chat.enter.%s",
                "chat.enter.%s.title",
                "chat.enter.%s.text",
                "chat.leave.%s",
                "chat.notice.%s.IN",
                "chat.notice.%s.LEFT"
            }) assertThat(names("en")).contains(name.formatted(kind.word()));
    }

    private static Set<String> names(String language) throws IOException {
        JsonNode words = new JsonMapper()
                .readTree(WEB.resolve("text/chat." + language + ".json").toFile());
        assertThat(words).allSatisfy(word -> assertThat(word.asText()).isNotBlank());
        return words.properties().stream().map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
    }
}
