package booth.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What people type, and what they see. */
class TerminalTest {
    @Test
    void spansOfTimeAreReadAndWritten() {
        assertThat(new Age().convert("90m")).isEqualTo(Duration.ofMinutes(90));
        assertThat(new Age().convert("2d")).isEqualTo(Duration.ofDays(2));
        assertThatThrownBy(() -> new Age().convert("soon")).hasMessageContaining("write 30m, 1h or 2d");
        assertThat(List.of(Duration.ofSeconds(95), Duration.ofMinutes(14), Duration.ofHours(47), Duration.ofDays(3)))
                .extracting(Age::of)
                .containsExactly("95s", "14m", "47h", "3d");
    }

    @Test
    void aTableFitsTheTerminalAndIsWholeInAPipe() {
        Table table = new Table("JOB", "ERROR");
        table.row(List.of("0123456789ab", "a sentence that is rather long"));

        assertThat(table.lines(OptionalInt.of(30)))
                .containsExactly("JOB           ERROR", "0123456789ab  a sentence that…");
        assertThat(table.lines(OptionalInt.empty()).get(1)).endsWith("rather long");
    }
}
