package booth.vision;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints how long each model takes on this machine and how much memory stays resident, beside the goals. */
@Command(
        name = "bench",
        description = "Measures every model on one photo, warm, and the resident memory, beside the goals.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    private static final OptionalDouble NO_GOAL = OptionalDouble.empty();
    private static final OptionalDouble FACES_GOAL = OptionalDouble.of(800);
    private static final OptionalDouble ENCODE_GOAL = OptionalDouble.of(3000);
    private static final OptionalDouble BOX_GOAL = OptionalDouble.of(150);
    private static final OptionalDouble MATTE_GOAL = OptionalDouble.of(60);
    private static final OptionalDouble MEMORY_GOAL = OptionalDouble.of(2000);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..1",
            paramLabel = "PHOTO",
            description = "A JPEG or PNG photo; without it, the bundled sample with five faces.")
    private @Nullable Path photo;

    @Option(
            names = "--runs",
            paramLabel = "N",
            description = "Warm runs to take the median of (default: ${DEFAULT-VALUE}).",
            defaultValue = "5")
    private int runs = 5;

    @Override
    public Integer call() throws IOException {
        Models models = Models.find(System.getenv());
        BufferedImage image = OverlayCommand.read(Optional.ofNullable(photo).orElseGet(() -> fiveFaces(models)));
        print(
                "%d×%d pixels, %d processors, median of %d warm runs",
                image.getWidth(), image.getHeight(), Runtime.getRuntime().availableProcessors(), runs);
        models(models, image);
        Memory.resident().ifPresent(memory -> {
            line("resident now", memory.nowMegabytes(), "MB", NO_GOAL);
            line("resident at most", memory.peakMegabytes(), "MB", MEMORY_GOAL);
        });
        return 0;
    }

    private void models(Models models, BufferedImage image) {
        try (FaceFinder finder = new FaceFinder(models);
                MoodReader moods = new MoodReader(models);
                GlassesReader glasses = new GlassesReader(models);
                PersonMatte matte = new PersonMatte(models);
                Sam2 sam = new Sam2(models)) {
            List<Face> faces = time("faces with landmarks", FACES_GOAL, () -> finder.find(image));
            print("%-22s %6d", "faces found", faces.size());
            time("person matte", MATTE_GOAL, () -> matte.alpha(image));
            time("matte, closer look", NO_GOAL, () -> matte.alpha(image, Face.heads(faces)));
            Embedding embedding = time("SAM 2 encode", ENCODE_GOAL, () -> sam.encode(image));
            if (faces.isEmpty()) return;
            Face face = faces.get(0);
            time("SAM 2 per face", BOX_GOAL, () -> sam.segment(embedding, face.box()));
            time("mood per face", NO_GOAL, () -> moods.read(image, face));
            time("glasses per face", NO_GOAL, () -> glasses.read(image, face));
        }
    }

    private static Path fiveFaces(Models models) {
        return models.samples().stream()
                .filter(sample -> sample.endsWith("sample5.jpg"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The sample photos are missing; name a photo."));
    }

    private <T> T time(String name, OptionalDouble goal, Supplier<T> work) {
        Timing<T> timing = Timing.of(work, runs);
        String unit = String.format(Locale.ROOT, "ms  with model load %5.0f ms", timing.first());
        line(name, timing.warm(), unit, goal);
        return timing.result();
    }

    private void line(String name, double value, String unit, OptionalDouble goal) {
        String verdict = goal.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT, "  goal %.0f: %s", goal.orElseThrow(), met(value, goal) ? "met" : "MISSED");
        print("%-22s %6.0f %s%s", name, value, unit, verdict);
    }

    private static boolean met(double value, OptionalDouble goal) {
        return value <= goal.orElseThrow();
    }

    private void print(String format, Object... values) {
        spec.commandLine().getOut().printf(Locale.ROOT, format + "%n", values).flush();
    }
}
