package booth.emulator.spool;

import booth.emulator.wire.Json;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JavaType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A small file of JSON, there whole or not at all.
 *
 * @param file where it is
 * @param without what goes on how without the file, should it be damaged; a sentence for the log
 */
public record JsonFile<T>(WholeFile file, JavaType type, String without) {
    public JsonFile(Path path, JavaType type, String without) {
        this(new WholeFile(path), type, without);
    }

    public JsonFile(Path path, Class<T> type, String without) {
        this(path, Json.MAPPER.constructType(type), without);
    }

    /** One that nobody but the user of this machine who runs this process can read. */
    public static <T> JsonFile<T> ofItsOwner(Path path, Class<T> type, String without) {
        return new JsonFile<>(WholeFile.ofItsOwner(path), Json.MAPPER.constructType(type), without);
    }

    public Path path() {
        return file.path();
    }

    /**
     * Empty where there is none, or none that can be understood: that one is set aside.
     *
     * @throws java.io.UncheckedIOException naming it when the disk does not give it
     */
    public Optional<T> read() {
        Path path = path();
        try {
            byte[] json = Files.readAllBytes(path);
            return Optional.of(parsed(json));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JacksonException e) {
            new DamagedFile(path).setAside(e.getOriginalMessage(), without);
            return Optional.empty();
        } catch (IOException e) {
            throw DiskTrouble.of("cannot be read", path, e);
        }
    }

    private T parsed(byte[] json) throws IOException {
        T value = Json.MAPPER.readValue(json, type);
        if (value == null) throw new JsonParseException(null, "it says null");
        return value;
    }

    public void write(T value) {
        file.write(Json.bytes(value));
    }
}
