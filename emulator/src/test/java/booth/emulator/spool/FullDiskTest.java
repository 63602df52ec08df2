package booth.emulator.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX) // it has a file on which there is never any room
class FullDiskTest {
    @TempDir
    private Path folder;

    @Test
    void aFileThatFindsNoRoomStaysAsItWasAndTheNextCallWorks() throws Exception {
        WholeFile file = new WholeFile(folder.resolve("topics.json"));
        file.write(new byte[] {1});
        FullDisk.at(folder.resolve("topics.json.draft"));

        assertThatThrownBy(() -> file.write(new byte[] {2}))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith(folder + "/topics.json cannot be written: the disk is full")
                .hasMessageMatching(".* [0-9.]+ MB free in " + folder + "\\); free some space there.*");

        assertThat(file.path()).hasBinaryContent(new byte[] {1});
        assertThat(Files.list(folder)).containsExactly(file.path());
        file.write(new byte[] {2});
        assertThat(file.path()).hasBinaryContent(new byte[] {2});
    }

    @Test
    void aNoteThatFindsNoRoomIsNoneAndTheNextIsTaken() throws Exception {
        Spool spool = new Spool(folder);
        FullDisk.at(folder.resolve("a.draft"));

        assertThatThrownBy(() -> spool.put("a", new byte[] {1})).hasMessageContaining("the disk is full");

        assertThat(spool.names()).isEmpty();
        spool.put("a", new byte[] {1});
        assertThat(spool.names()).containsExactly("a");
    }
}
