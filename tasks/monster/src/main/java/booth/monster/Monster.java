package booth.monster;

import booth.core.Concurrently;
import booth.core.Json;
import booth.core.image.Box;
import booth.core.image.ImageBytes;
import booth.core.image.PictureFile;
import booth.core.job.Faces;
import booth.core.job.JobRequest;
import booth.core.job.Notice;
import booth.core.job.ObjectStore;
import booth.core.job.Seed;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Puts masks on the faces of a frame, in each picture another cast. A face that cannot wear one is left alone, and the
 * output says which and why. Those nearer to the camera are larger and come last, so their masks are before the others'.
 */
final class Monster implements Function<Monster.Input, Monster.Output> {
    /**
     * @param frame key of the frame
     * @param faces key of {@code faces.json}
     * @param pictures keys to write, one a cast
     * @param wish what the guests asked for, see {@link Wish}
     * @param notices key of what the guests may want to know: {@code FACE_TOO_SMALL}, {@code NO_LANDMARKS} or
     *     {@code UNKNOWN_MASK}
     */
    record Input(String frame, String faces, List<String> pictures, Optional<String> wish, Seed seed, String notices) {
        Input {
            pictures = List.copyOf(pictures);
            if (pictures.size() != JobRequest.PICTURES)
                throw new IllegalArgumentException(
                        "There are " + JobRequest.PICTURES + " casts, not " + pictures.size() + ".");
        }
    }

    /** One picture that was made, as the state machine's branches tell of theirs. */
    record Made(int index, String status, String key) {}

    record Output(List<Made> pictures) {}

    /** The longer side of a face's box, in pixels: of a smaller one the landmarks are guesses. */
    private static final double SMALLEST = 40;

    private static final Notice UNKNOWN = new Notice(
            "UNKNOWN_MASK",
            "Not every mask that was asked for is known; where it is not, one was chosen by chance.",
            Optional.empty());

    private final ObjectStore store;
    private final Catalogue catalogue = Catalogue.read();
    private final Art art = new Art();

    Monster(ObjectStore store) {
        this.store = store;
    }

    @Override
    public Output apply(Input input) {
        BufferedImage photo = ImageBytes.rgb(ImageBytes.decode(input.frame(), store.read(input.frame())));
        Faces faces = Json.read(input.faces(), store.read(input.faces()), Faces.class);
        if (faces.frame().width() != photo.getWidth() || faces.frame().height() != photo.getHeight())
            throw new IllegalArgumentException(
                    input.faces() + " is about another frame than " + input.frame() + ": " + faces.frame() + ".");
        Wish wish = Wish.of(input.wish(), catalogue);
        List<Notice> notices = new ArrayList<>();
        if (wish.partlyUnknown()) notices.add(UNKNOWN);
        List<Wearer> wearers = wearers(photo, faces, notices);
        Casting casting =
                new Casting(catalogue, wish, wearers.stream().map(Wearer::role).toList(), input.seed());
        List<Casting.Cast> casts =
                input.pictures().stream().map(key -> casting.next()).toList();
        List<Integer> indexes = IntStream.range(0, casts.size()).boxed().toList();
        Notice.write(store, input.notices(), notices);
        return new Output(Concurrently.each(indexes, i -> {
            String key = input.pictures().get(i);
            store.write(key, PictureFile.encode(dressed(photo, wearers, casts.get(i)), PictureFile.Source.DRAWN_ON));
            return new Made(i + 1, "succeeded", key);
        }));
    }

    private record Wearer(Casting.Role role, Worn worn) {}

    private static List<Wearer> wearers(BufferedImage photo, Faces faces, List<Notice> notices) {
        List<Wearer> wearers = new ArrayList<>();
        for (int number = 1; number <= faces.faces().size(); number++) {
            Faces.Face face = faces.faces().get(number - 1);
            Optional<Placement> placement = Landmarks.of(face.attributes())
                    .flatMap(landmarks -> Placement.of(landmarks, faces.frame(), Art.WIDTH, Art.HEIGHT));
            if (tooSmall(face.box())) notices.add(tooSmall(number));
            else if (placement.isEmpty()) notices.add(unclear(number));
            else wearers.add(wearer(photo, number, placement.get(), Pose.of(face.attributes())));
        }
        return wearers;
    }

    private static Wearer wearer(BufferedImage photo, int number, Placement placement, Pose pose) {
        return new Wearer(
                new Casting.Role(number, placement.middle(), placement.width()), new Worn(photo, placement, pose));
    }

    private static Notice tooSmall(int number) {
        return new Notice(
                "FACE_TOO_SMALL",
                "Face " + number + " is too small for a mask; it was left as it is.",
                Optional.of(number));
    }

    private static Notice unclear(int number) {
        return new Notice(
                "NO_LANDMARKS",
                "Where eyes and jaw of face " + number + " are could not be seen; it was left as it is.",
                Optional.of(number));
    }

    private static boolean tooSmall(Box face) {
        return Math.max(face.width(), face.height()) < SMALLEST;
    }

    private BufferedImage dressed(BufferedImage photo, List<Wearer> wearers, Casting.Cast cast) {
        BufferedImage picture = new BufferedImage(photo.getWidth(), photo.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = picture.createGraphics();
        canvas.drawImage(photo, 0, 0, null);
        canvas.dispose();
        for (int i = wearers.size() - 1; i >= 0; i--) {
            Casting.Role role = wearers.get(i).role();
            wearers.get(i).worn().put(art, cast.of(role.number()).id(), picture);
        }
        return picture;
    }
}
