package booth.cdk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import software.amazon.awscdk.IgnoreMode;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.s3.assets.AssetOptions;

/** What the build has made of the other modules, found below the project's root. Whatever is missing is named. */
record Artifacts(Path root) {
    /** SAM 2, 152 MB. */
    static final List<String> SAM =
            List.of("sam2_hiera_tiny_encoder.with_runtime_opt.ort", "sam2_hiera_tiny_decoder_pr1.onnx");

    /** The network that finds people, 16 MB. */
    static final List<String> PEOPLE = List.of("selfie_multiclass_256x256.tflite");

    /**
     * A module's function with all its libraries.
     *
     * @param module the module's folder, e.g. {@code tasks/detect}
     */
    Code functionOf(String module) {
        return Code.fromAsset(jar(module).toString());
    }

    /** What the function and a layer of such models weigh unpacked, in bytes; Lambda counts both together. */
    long unpackedWith(List<String> models, String module) {
        try (var jar = new ZipFile(jar(module).toFile())) {
            long size = jar.stream().mapToLong(ZipEntry::getSize).sum();
            for (String file : models) size += Files.size(model(file));
            return size;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot weigh the function of " + module, e);
        }
    }

    /** The state machine as written, with its {@code ${…}} names. */
    String stateMachine() {
        return text("statemachine/photo-booth.asl.json", "It belongs to the module statemachine");
    }

    /** The state machine of the garden's batches, likewise. */
    String gardenBulk() {
        return text("statemachine/garden-bulk.asl.json", "It belongs to the module statemachine");
    }

    /** The description of the HTTP API, in OpenAPI. */
    String openApi() {
        return text("doors/api/src/main/resources/openapi.json", "It belongs to the module doors/api");
    }

    /** The description of the garden's HTTP API, in OpenAPI. */
    String gardenOpenApi() {
        return text("garden/src/main/resources/garden-openapi.json", "It belongs to the module garden");
    }

    /** The pages, with what they take from npm. */
    Path pages() {
        Path folder = root.resolve("doors/web/target/classes/web");
        found(folder.resolve("index.html"), "Build the module doors/web first");
        found(folder.resolve("app/qrcode.js"), "Build the module doors/web first");
        return folder;
    }

    /** The headers the pages are served with, a JSON object of texts. */
    String pageHeaders() {
        return text("doors/web/src/main/resources/headers.json", "It belongs to the module doors/web");
    }

    private String text(String name, String remedy) {
        Path file = root.resolve(name);
        try {
            return Files.readString(found(file, remedy));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** A layer that holds {@code models/} with these files and nothing else of {@code vision/}. */
    Code layerOf(List<String> models) {
        var onlyThese = new ArrayList<>(List.of("/*", "!/models/", "/models/*"));
        for (String file : models) {
            onlyThese.add("!/models/" + model(file).getFileName());
        }
        return Code.fromAsset(
                root.resolve("vision").toString(),
                AssetOptions.builder()
                        .exclude(onlyThese)
                        .ignoreMode(IgnoreMode.GIT)
                        .build());
    }

    private Path jar(String module) {
        Path folder = root.resolve(module);
        Path jar = folder.resolve("target").resolve(folder.getFileName() + "-lambda.jar");
        return found(jar, "Build the module " + module + " first: mvn package -pl " + module + " -am");
    }

    private Path model(String file) {
        return found(
                root.resolve("vision/models").resolve(file), "Build the module vision first, it fetches the models");
    }

    private static Path found(Path file, String remedy) {
        if (!Files.isRegularFile(file)) throw new IllegalStateException(file + " is missing. " + remedy + ".");
        return file;
    }
}
