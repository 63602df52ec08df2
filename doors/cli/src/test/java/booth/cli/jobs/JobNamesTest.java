package booth.cli.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.job.InMemoryObjectStore;
import booth.core.job.JobId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobNamesTest {
    private final InMemoryObjectStore folder = new InMemoryObjectStore();
    private final JobNames names = new JobNames(folder);

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
