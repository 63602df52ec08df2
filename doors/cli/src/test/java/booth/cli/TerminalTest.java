package booth.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.job.InMemoryObjectStore;
import booth.core.job.JobId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What people type, and what they see. */
class TerminalTest {
    private final InMemoryObjectStore folder = new InMemoryObjectStore();
    private final JobNames names = new JobNames(folder);

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

    @Test
    void aJobIsNamedByIdPrefixOrExecution() {
        JobId one = new JobId("abcdef00" + "0".repeat(24));
        JobId other = new JobId("abcdef01" + "0".repeat(24));
        folder.write("photo/" + one + "/job.json", new byte[0]);
        folder.write("photo/" + one + "/frame.png", new byte[0]);
        folder.write("photo/" + other + "/job.json", new byte[0]);

        assertThat(names.resolve("abcdef00").job()).isEqualTo(one);
        assertThat(names.resolve(other.value()).job()).isEqualTo(other);
        assertThat(names.resolve(one + "-r2")).isEqualTo(new JobNames.Named(one, Optional.of(2)));
        assertThatThrownBy(() -> names.resolve("abcdef")).hasMessageContaining("may mean 2 jobs");
        assertThatThrownBy(() -> names.resolve("abcd")).hasMessageContaining("at least the first 6 digits");
        assertThatThrownBy(() -> names.resolve("123456")).hasMessageContaining("There is no job");
    }
}
