package booth.vision;

import booth.core.image.ImageBytes;
import booth.core.image.Mask;
import booth.core.image.Photo;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes pictures of what the models see. */
@Command(
        name = "overlay",
        description = "Writes pictures with head boxes, landmarks, mask outlines and the tinted background.",
        mixinStandardHelpOptions = true)
final class OverlayCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "PHOTO", description = "JPEG or PNG photos; without any, the bundled samples.")
    private List<Path> photos = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for the pictures (default: ${DEFAULT-VALUE}).",
            defaultValue = "out/overlay")
    private Path out = Path.of("");

    @Option(names = "--segments", description = "Only which pixels are people, coloured as class 15 of PASCAL VOC.")
    private boolean segments;

    @Override
    public Integer call() throws IOException {
        Models models = Models.find(System.getenv());
        Files.createDirectories(out);
        if (segments) return segments(models);
        try (Sight sight = new Sight(models)) {
            for (Path photo : photos.isEmpty() ? models.samples() : photos) {
                save(photo, "", sight.draw(read(photo)));
            }
        }
        return 0;
    }

    private int segments(Models models) throws IOException {
        try (PersonMatte matte = new PersonMatte(models)) {
            Segments people = new Segments(matte::alpha);
            for (Path photo : photos.isEmpty() ? models.samples() : photos)
                save(photo, "-segments", people.picture(read(photo)));
        }
        return 0;
    }

    private void save(Path photo, String ending, BufferedImage picture) throws IOException {
        Path file = out.resolve(stem(photo) + ending + ".png");
        Files.write(file, ImageBytes.png(picture));
        spec.commandLine().getOut().println(file);
        spec.commandLine().getOut().flush();
    }

    private static String stem(Path photo) {
        String name = String.valueOf(photo.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** The photo at frame size, as the pipeline would see it. */
    static BufferedImage read(Path photo) throws IOException {
        try {
            return Photo.frame(Files.readAllBytes(photo), Photo.Fit.CROP);
        } catch (NoSuchFileException e) {
            throw new IOException("There is no photo " + photo + ".", e);
        }
    }

    /** All models at once. */
    private static final class Sight implements AutoCloseable {
        private final FaceFinder faces;
        private final MoodReader moods;
        private final GlassesReader glasses;
        private final Sam2 sam;
        private final PersonMatte matte;

        Sight(Models models) {
            faces = new FaceFinder(models);
            moods = new MoodReader(models);
            glasses = new GlassesReader(models);
            sam = new Sam2(models);
            matte = new PersonMatte(models);
        }

        BufferedImage draw(BufferedImage photo) {
            Overlay overlay = new Overlay(photo);
            List<Face> found = faces.find(photo);
            overlay.tintBackground(matte.alpha(photo, Face.heads(found)));
            Embedding embedding = sam.encode(photo);
            for (Face face : found) {
                Mask mask = sam.segment(embedding, face.box());
                overlay.outline(mask);
            }
            for (Face face : found) {
                Glasses worn = glasses.read(photo, face);
                overlay.face(face, caption(moods.read(photo, face), face, worn));
                if (worn.worn()) overlay.box(worn.band());
            }
            return overlay.picture();
        }

        private static List<String> caption(Mood mood, Face face, Glasses glasses) {
            Mood.Expression expression = mood.strongest();
            return List.of(
                    String.format(
                            Locale.ROOT,
                            "%s %.2f  %s %d-%d",
                            expression.name().toLowerCase(Locale.ROOT),
                            mood.probability(expression),
                            mood.male() > .5 ? "man" : "woman",
                            mood.ageLow(),
                            mood.ageHigh()),
                    String.format(
                            Locale.ROOT,
                            "eyes %.2f mouth %.2f glasses %.2f",
                            mood.eyesOpen(),
                            mood.mouthOpen(),
                            glasses.likelihood()),
                    String.format(Locale.ROOT, "roll %.0f yaw %.0f pitch %.0f", face.roll(), face.yaw(), face.pitch()));
        }

        @Override
        public void close() {
            faces.close();
            moods.close();
            glasses.close();
            sam.close();
            matte.close();
        }
    }
}
