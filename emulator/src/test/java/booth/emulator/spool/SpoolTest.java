package booth.emulator.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
    @Test
    void whatWasHalfWrittenIsGone(@TempDir Path folder) throws Exception {
        Spool spool = new Spool(folder);
        spool.put("a", new byte[] {1});
        spool.put("a", new byte[] {2});
        Files.write(folder.resolve("b.draft"), new byte[] {3});

        Spool again = new Spool(folder);

        assertThat(again.names()).containsExactly("a");
        assertThat(again.read("a")).containsExactly(2);
        assertThat(folder.resolve("b.draft")).doesNotExist();
    }

    @Test
    void aFileIsInOneOfTwoFolders(@TempDir Path folder) {
        Spool one = new Spool(folder.resolve("one"));
        Spool other = new Spool(folder.resolve("other"));
        one.put("a", new byte[] {1});

        one.move("a", other);

        assertThat(one.names()).isEmpty();
        assertThat(other.names()).containsExactly("a");
    }
}
