package booth.emulator.spool;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomTest {
    @Test
    void whatFindsNoRoomIsToldHowMuchThereIs(@TempDir Path folder) {
        assertThatCode(() -> new Room(folder).require(1)).doesNotThrowAnyException();

        assertThatThrownBy(() -> new Room(folder).require(Long.MAX_VALUE >> 1))
                .hasMessageStartingWith(folder + " takes no more: the disk is full")
                .hasMessageContaining("MB free");
    }
}
