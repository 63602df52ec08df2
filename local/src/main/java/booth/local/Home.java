package booth.local;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where things are on this machine.
 *
 * @param root the project's folder
 * @param data where the embedded cloud keeps what it is told
 */
record Home(Path root, Path data) {
    /** As the {@code booth} script says, or else the working directory. */
    static Home ofThisProcess() {
        Path root = Path.of(System.getProperty("booth.home", ""));
        return new Home(
                root,
                Path.of(System.getProperty("booth.data", root.resolve(".booth").toString())));
    }

    Path template() {
        Path template = root.resolve("cdk/PhotoBooth.template.json");
        if (!Files.exists(template))
            throw new IllegalStateException(
                    "There is no template at " + template + "; make it with './booth template'.");
        return template;
    }

    /** Written by an embedded cloud that runs on this data. */
    Path outputs() {
        return data.resolve("outputs.json");
    }

    Path vision() {
        return root.resolve("vision");
    }

    Path models() {
        return vision().resolve("models");
    }
}
