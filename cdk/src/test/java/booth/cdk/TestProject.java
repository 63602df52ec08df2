package booth.cdk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import software.amazon.awscdk.App;

/** A project folder as the build leaves it, with the real state machine and context but tiny jars and models. */
record TestProject(Path root) {
    private static final Path REPOSITORY = Path.of("..");
    private static final List<String> MODULES = List.of(
            "tasks/detect",
            "tasks/segment",
            "tasks/merge-mask",
            "tasks/portrait",
            "tasks/monster",
            "tasks/generate",
            "tasks/notify",
            "doors/intake",
            "doors/callback",
            "doors/line-bot",
            "doors/api",
            "garden");

    private static final LocalDateTime LONG_AGO = LocalDateTime.of(1980, 1, 1, 0, 0);

    static TestProject in(Path folder) {
        try {
            for (String module : MODULES) jar(folder, module);
            write(folder, "vision/models/sam2_hiera_tiny_encoder.with_runtime_opt.ort", "encoder");
            write(folder, "vision/models/sam2_hiera_tiny_decoder_pr1.onnx", "decoder");
            write(folder, "vision/models/selfie_multiclass_256x256.tflite", "people");
            write(folder, "vision/models/selfie_segmentation.tflite", "of no use to the layer");
            write(folder, "vision/pom.xml", "of no use to the layer");
            write(folder, "doors/web/target/classes/web/index.html", "<!doctype html>");
            write(folder, "doors/web/target/classes/web/app/qrcode.js", "export default () => {};");
            for (String file : List.of(
                    "statemachine/photo-booth.asl.json",
                    "statemachine/garden-bulk.asl.json",
                    "doors/api/src/main/resources/openapi.json",
                    "garden/src/main/resources/garden-openapi.json",
                    "doors/web/src/main/resources/headers.json"))
                write(folder, file, Files.readString(REPOSITORY.resolve(file)));
            return new TestProject(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Object> defaults() {
        try {
            return PhotoBoothApp.defaults(REPOSITORY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param overrides what an operator wrote other than the defaults */
    PhotoBoothStack stack(Map<String, Object> overrides) {
        App app = app(overrides);
        return new PhotoBoothStack(app, "PhotoBooth", Settings.from(app.getNode()), new Artifacts(root));
    }

    /** The garden's beside the booth's. */
    GardenStack gardenStack(Map<String, Object> overrides) {
        PhotoBoothStack booth = stack(overrides);
        App app = (App) booth.getNode().getRoot();
        return new GardenStack(app, "Garden", Settings.from(app.getNode()), new Artifacts(root), booth);
    }

    /** The pages' stack beside the default ones. */
    WebStack webStack() {
        return webStack(Map.of());
    }

    /** The pages' stack beside those of whoever wrote other than the defaults. */
    WebStack webStack(Map<String, Object> overrides) {
        return PhotoBoothApp.stacks(app(overrides), new Artifacts(root));
    }

    private App app(Map<String, Object> overrides) {
        var context = new HashMap<>(defaults());
        context.putAll(overrides);
        return PhotoBoothApp.app(context, root.resolve("cdk.out").toString());
    }

    private static void jar(Path folder, String module) throws IOException {
        Path target = Files.createDirectories(folder.resolve(module).resolve("target"));
        Path file = target.resolve(Path.of(module).getFileName() + "-lambda.jar");
        try (var jar = new ZipOutputStream(Files.newOutputStream(file))) {
            ZipEntry entry = new ZipEntry(module);
            entry.setTimeLocal(LONG_AGO); // the hash of an asset goes into the template
            jar.putNextEntry(entry);
        }
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
