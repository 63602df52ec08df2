package booth.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import booth.core.Concurrently;
import booth.core.image.ImageBytes;
import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.JobView;
import booth.core.job.Look;
import booth.core.job.LookChoice;
import booth.core.job.Notice;
import booth.core.job.Status;
import booth.core.job.Subject;
import booth.emulator.AddedServices;
import booth.vision.Models;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Portraits and monsters, by the functions that are deployed. */
class LooksTest {
    @TempDir
    private static Path folder;

    private static final FakeBedrock PAINTER = new FakeBedrock();
    private static Pipeline pipeline;

    @BeforeAll
    static void start() {
        pipeline = Pipeline.start(
                Templates.withSamEndpoint(folder),
                folder.resolve("data"),
                new AddedServices(List.of(FakeRekognition.withLandmarks()), List.of(new FakeSam(), PAINTER)));
    }

    @AfterAll
    static void stop() {
        pipeline.close();
    }

    @Test
    void aPortraitKeepsTheWomenAndDarkensTheBarBehindThem() throws IOException {
        Path sample = Models.find(Map.of()).samples().get(0);
        JobId job = pipeline.send(
                Files.readAllBytes(sample), Pipeline.request("women.jpg").with(LookChoice.of(Look.PORTRAIT)));

        JobView end = pipeline.ended(job);

        assertThat(end.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(end.pictures()).hasSize(3).allMatch(picture -> picture.url().isPresent());
        assertThat(end.results().notices()).isEmpty();
        assertThat(end.mask()).isEmpty();
        BufferedImage frame = picture(JobKeys.frame(job));
        BufferedImage stage = picture(end.pictures().get(2).url().orElseThrow());
        assertThat(Photos.distance(color(frame, 499, 260), color(stage, 499, 260)))
                .as("between the eyes")
                .isLessThan(30);
        assertThat(color(stage, 20, 20).getGreen()).isLessThan(40);
    }

    @Test
    void aPhotoOfNobodyComesBackWithANotice() {
        JobId job = pipeline.send(Photos.nobody(), Pipeline.request("wall.jpg").with(LookChoice.of(Look.PORTRAIT)));

        JobView end = pipeline.ended(job);

        assertThat(end.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(end.results().notices().orElseThrow())
                .extracting(Notice::code)
                .containsExactly("NO_PERSON");
    }

    @Test
    void aFaceThatIsNotThereIsRefusedInWords() {
        LookChoice third =
                new LookChoice(Optional.of(Look.PORTRAIT), Optional.of(Subject.of("face 3")), Optional.empty());
        JobId job = pipeline.send(
                Photos.guest(Photos.SKIN), Pipeline.request("me.jpg").with(third));

        JobView end = pipeline.ended(job);

        assertThat(end.status()).isEqualTo(Status.REJECTED);
        assertThat(end.error().orElseThrow().code()).isEqualTo("NO_SUCH_FACE");
    }

    @Test
    void aMonsterWearsAMaskInEachPictureAnother() {
        int paintedBefore = PAINTER.prompts().size();
        JobId job = pipeline.send(
                Photos.guest(Photos.SKIN), Pipeline.request("me.jpg").with(LookChoice.of(Look.MONSTER)));

        JobView end = pipeline.ended(job);

        assertThat(end.status()).isEqualTo(Status.SUCCEEDED);
        BufferedImage frame = picture(JobKeys.frame(job));
        int x = frame.getWidth() / 2;
        int nose = frame.getHeight() * 55 / 100;
        List<Color> noses = end.pictures().stream()
                .map(made -> color(picture(made.url().orElseThrow()), x, nose))
                .toList();
        assertThat(noses).doesNotHaveDuplicates().doesNotContain(color(frame, x, nose));
        assertThat(PAINTER.prompts().size()).isEqualTo(paintedBefore);
    }

    @Test
    void aMaskThatNobodyKnowsIsToldAndAnotherIsWorn() {
        LookChoice unknown =
                new LookChoice(Optional.of(Look.MONSTER), Optional.empty(), Optional.of("no mask of ours"));
        JobId job = pipeline.send(
                Photos.guest(Photos.SKIN), Pipeline.request("me.jpg").with(unknown));
        assertThat(pipeline.ended(job).results().notices().orElseThrow())
                .extracting(Notice::code)
                .containsExactly("UNKNOWN_MASK");
    }

    @Test
    void fortyGuestsAtOnceAllHaveTheirOwnPictures() {
        List<Look> looks = List.of(Look.PORTRAIT, Look.MONSTER);
        everyEnds(looks, 2); // whatever is loaded once is loaded
        long before = usedMegabytes();

        everyEnds(looks, 20);

        assertThat(usedMegabytes() - before).as("megabytes that stay").isLessThan(48);
    }

    /** Guests in faces of all colours, of which each look gets so many. */
    private static void everyEnds(List<Look> looks, int each) {
        List<Integer> guests = IntStream.range(0, each * looks.size()).boxed().toList();
        List<JobId> jobs = Concurrently.each(
                guests,
                guest -> pipeline.send(
                        Photos.strip(face(guest, guests.size())),
                        Pipeline.request("guest.jpg").with(LookChoice.of(looks.get(guest % looks.size())))));
        for (int guest : guests) {
            JobView end = pipeline.ended(jobs.get(guest));
            assertThat(end.status()).as("guest %d", guest).isEqualTo(Status.SUCCEEDED);
            BufferedImage picture = picture(end.pictures().get(0).url().orElseThrow());
            assertThat(hue(color(picture, picture.getWidth() * 2 / 5 + 5, 5)))
                    .as("the face of guest %d beside any mask", guest)
                    .isEqualTo(hue(face(guest, guests.size())), offset(.4f / guests.size()));
        }
    }

    private static Color face(int guest, int guests) {
        return Color.getHSBColor((guest + .5f) / guests, .6f, 1);
    }

    /** What it keeps in shadow. */
    private static float hue(Color color) {
        return Color.RGBtoHSB(color.getRed(), color.getGreen(), color.getBlue(), null)[0];
    }

    private static long usedMegabytes() {
        System.gc();
        Runtime machine = Runtime.getRuntime();
        return machine.totalMemory() - machine.freeMemory() >> 20;
    }

    private static BufferedImage picture(String key) {
        return ImageBytes.decode(key, pipeline.folder().read(key));
    }

    private static Color color(BufferedImage image, int x, int y) {
        return new Color(image.getRGB(x, y));
    }
}
