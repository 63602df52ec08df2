package booth.emulator.spool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedFileTest {
    @TempDir
    private Path folder;

    @Test
    void noDamagedFileTakesThePlaceOfAnother() throws Exception {
        for (String content : List.of("[\"sound\"", "null", "")) {
            Files.writeString(folder.resolve("list.json"), content);

            assertThat(new JsonFile<>(folder.resolve("list.json"), List.class, "").read())
                    .isEmpty();
        }

        assertThat(folder.resolve("list.json")).doesNotExist();
        assertThat(folder.resolve("list.json.damaged")).hasContent("[\"sound\"");
        assertThat(folder.resolve("list.json.damaged-2")).hasContent("null");
        assertThat(folder.resolve("list.json.damaged-3")).isEmptyFile();
    }

    @Test
    void aNoteThatCannotBeReadIsSetAsideAndTheOthersAreCarried() throws Exception {
        try (Outbox<String> before = outbox(new CopyOnWriteArrayList<>())) {
            before.note("sound");
            Files.write(folder.resolve(before.note("broken")), "{\"parcel\": \"bro\u00fcken".getBytes(UTF_8));
            Files.writeString(folder.resolve(before.note("empty")), "{}");
        }
        Files.writeString(folder.resolve(".DS_Store"), "of a file manager");
        List<String> carried = new CopyOnWriteArrayList<>();

        try (Outbox<String> after = outbox(carried)) {
            after.resume(Optional::of);
            Awaitility.await().until(() -> new Spool(folder).names().equals(List.of(".DS_Store")));
        }

        assertThat(carried).containsExactly("sound");
        assertThat(Files.list(folder).filter(DamagedFile::isOne)).hasSize(2);
    }

    private Outbox<String> outbox(List<String> carried) {
        return new Outbox<>(new Spool(folder), String.class, Executors.newSingleThreadExecutor(), (parcel, attempt) -> {
            carried.add(parcel);
            return Optional.empty();
        });
    }
}
