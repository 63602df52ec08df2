package booth.emulator.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogGroupTest {
    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2026-11-21T10:00:00.007Z");

    @Test
    void aLogIsAFileThatPeopleCanRead() throws IOException {
        try (LogGroups groups = groups()) {
            groups.group("/photo-booth/PhotoBooth/Detect").append("{\"event\":\"busy\"}");
        }

        assertThat(folder.resolve("photo-booth/PhotoBooth/Detect.log"))
                .hasContent("2026-11-21T10:00:00.007Z {\"event\":\"busy\"}");
    }

    @Test
    void eventsOfOneMillisecondKeepTheirOrder() throws IOException {
        try (LogGroups groups = groups()) {
            LogGroup log = groups.group("a");
            for (String line : new String[] {"one", "two", "  ", "three"}) log.append(line);

            assertThat(log.events()).extracting(LogEvent::message).containsExactly("one", "two", "three");
            assertThat(log.events()).extracting(LogEvent::id).isSorted().doesNotHaveDuplicates();
            assertThat(log.events()).extracting(LogEvent::timestamp).containsOnly(now.toEpochMilli());
        }
    }

    @Test
    void aClockThatIsSetBackDoesNotShuffleTheEvents() throws IOException {
        try (LogGroups groups = groups()) {
            groups.group("a").append("before");
        }
        now = now.minusSeconds(3600);
        try (LogGroups groups = groups()) {
            groups.group("a").append("after");

            assertThat(groups.group("a").events()).extracting(LogEvent::message).containsExactly("before", "after");
        }
    }

    @Test
    void bytesThatAreNoTextSpoilNothing() throws IOException {
        try (LogGroups groups = groups()) {
            groups.group("a").append("whole");
        }
        Files.write(folder.resolve("a.log"), new byte[] {-1, -2, '\n'}, StandardOpenOption.APPEND);

        try (LogGroups groups = groups()) {
            assertThat(groups.group("a").events()).extracting(LogEvent::message).containsExactly("whole");
        }
    }

    @Test
    void halfALineOfAProcessThatWasKilledSpoilsNothing() throws IOException {
        try (LogGroups groups = groups()) {
            groups.group("a").append("whole");
        }
        Files.writeString(folder.resolve("a.log"), "2026-11-21T10:0", StandardOpenOption.APPEND);

        try (LogGroups groups = groups()) {
            groups.group("a").append("next");

            assertThat(groups.group("a").events()).extracting(LogEvent::message).containsExactly("whole", "next");
        }
    }

    @Test
    void aLogTakesNoMoreThanTwiceItsSizeAndKeepsTheNewest() throws IOException {
        String line = "x".repeat(10_000);
        try (LogGroups groups = groups()) {
            LogGroup log = groups.group("a");
            for (int i = 0; i < 3 * LogGroup.FULL / line.length(); i++) log.append(i + line);

            int last = 3 * LogGroup.FULL / line.length() - 1;
            assertThat(log.events().get(log.events().size() - 1).message()).isEqualTo(last + line);
            assertThat(log.events().size() * (long) line.length())
                    .isBetween((long) LogGroup.FULL / 2, 2L * LogGroup.FULL);
        }
        assertThat(Files.size(folder.resolve("a.log")) + Files.size(folder.resolve("a.log.1")))
                .isLessThan(2L * LogGroup.FULL + 2 * line.length());
    }

    @Test
    void noNameLeadsOutOfTheFolder() {
        try (LogGroups groups = groups()) {
            for (String name : new String[] {"../a", "/a/../../b", "a//b", "", "/", "a/.."})
                assertThatThrownBy(() -> groups.create(name))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("'" + name + "'");
        }
    }

    private LogGroups groups() {
        return new LogGroups(folder, () -> now);
    }
}
