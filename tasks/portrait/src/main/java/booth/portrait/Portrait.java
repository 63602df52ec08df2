package booth.portrait;

import booth.core.Concurrently;
import booth.core.Refused;
import booth.core.image.Box;
import booth.core.image.ImageBytes;
import booth.core.image.PictureFile;
import booth.core.job.Notice;
import booth.core.job.ObjectStore;
import booth.core.job.Subject;
import booth.vision.Parting;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Portrait mode of a frame: one picture in each style, the people the same in all of them. It needs people and no faces;
 * without anybody the photo comes back as it is, and the job says so.
 */
final class Portrait implements Function<Portrait.Input, Portrait.Output> {
    /**
     * @param frame key of the frame
     * @param faces the largest first; may be empty
     * @param subject who stays sharp
     * @param pictures keys to write, one for each style
     * @param notices key of what the guest may want to know
     */
    record Input(String frame, List<Face> faces, Subject subject, List<String> pictures, String notices) {
        Input {
            faces = List.copyOf(faces);
            pictures = List.copyOf(pictures);
            int styles = PortraitStyle.values().length;
            if (pictures.size() != styles)
                throw new IllegalArgumentException(
                        "Portrait mode makes " + styles + " pictures, not " + pictures.size() + ".");
            if (subject.face() > 1 && subject.face() > faces.size())
                throw new Refused(
                        "NO_SUCH_FACE",
                        "Face " + subject.face() + " was asked for, but only " + faces.size()
                                + " could be found; ask for another or for 'all'.");
        }
    }

    /** @param box in pixels of the frame */
    @JsonIgnoreProperties(ignoreUnknown = true) // the state machine knows more of it
    record Face(Box box) {}

    /** One picture that was made, as the state machine's branches tell of theirs. */
    record Made(int index, String status, String key) {}

    record Output(List<Made> pictures) {}

    private static final Notice NOBODY =
            new Notice("NO_PERSON", "Nobody could be found on the photo, so it was left as it is.", Optional.empty());

    /** Below this part of the frame it is nobody, but a stray patch. */
    private static final double SOMEBODY = .004;

    private final ObjectStore store;
    private final PeopleFinder people;

    Portrait(ObjectStore store, PeopleFinder people) {
        this.store = store;
        this.people = people;
    }

    @Override
    public Output apply(Input input) {
        BufferedImage photo = ImageBytes.rgb(ImageBytes.decode(input.frame(), store.read(input.frame())));
        float[] alpha = subject(input, photo.getWidth(), people.alpha(photo, heads(input)));
        boolean somebody = covered(alpha) >= SOMEBODY;
        Function<PortraitStyle, BufferedImage> pictures =
                somebody ? new PortraitMode(photo, alpha)::picture : style -> photo;
        Notice.write(store, input.notices(), somebody ? List.of() : List.of(NOBODY));
        List<Integer> styles =
                IntStream.range(0, input.pictures().size()).boxed().toList();
        return new Output(Concurrently.each(styles, i -> {
            String key = input.pictures().get(i);
            store.write(key, PictureFile.encode(pictures.apply(PortraitStyle.values()[i]), PictureFile.Source.ALTERED));
            return new Made(i + 1, "succeeded", key);
        }));
    }

    /** Whoever is not meant belongs to the background. Where no face was found there is nobody to choose. */
    private static float[] subject(Input input, int width, float[] alpha) {
        int face = input.subject().face();
        if (face == 0 || input.faces().isEmpty()) return alpha;
        return Parting.of(alpha, width, heads(input), List.of(heads(input).get(face - 1)));
    }

    private static List<Box> heads(Input input) {
        return input.faces().stream().map(Face::box).toList();
    }

    private static double covered(float[] alpha) {
        double sum = 0;
        for (float a : alpha) sum += a;
        return sum / alpha.length;
    }
}
