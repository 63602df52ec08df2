package booth.vision;

import booth.core.image.Box;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Which pixels are people: what MediaPipe's multiclass selfie network does not take for background. On groups and in
 * dim rooms that keeps far more of each person than MediaPipe's plain selfie segmentation, at the same price.
 * Thread-safe; the network is loaded at the first photo.
 */
public final class PersonMatte implements AutoCloseable {
    /** Below the first the network means background, above the second a person; between, the edge stays soft. */
    private static final float SURELY_NOT = .2f;

    private static final float SURELY = .8f;
    private static final Blobs TIDY = new Blobs(.01, .003, .5f);
    /** A window for head and shoulders, in head sizes, and how far its middle lies below the head's, in windows. */
    private static final double HEADS = 4.5;

    private static final double BELOW_HEAD = .22;
    /** The network errs at the borders of a closer window: there the window counts less and less. */
    private static final double FADING_BORDER = .08;

    private final Lazy<BodyParts> network;

    public PersonMatte(Models models) {
        this(models, Threads.sensible());
    }

    /** @param threads how many threads the network may use */
    public PersonMatte(Models models, int threads) {
        network = new Lazy<>(() -> new BodyParts(models, threads));
    }

    /**
     * Looks at the whole photo once.
     *
     * @return one number per pixel, row by row: 0 is background, 1 a person, between at soft edges
     */
    public float[] alpha(BufferedImage image) {
        return alpha(image, List.of());
    }

    /** Loads the network now, so that no photo waits for it. */
    public void load() {
        network.use(parts -> parts);
    }

    /**
     * Also looks closer at each person whose face is known, which finds dark clothes and hair in dim rooms; costs as much
     * again for each face.
     *
     * @param heads a box around each such face, in pixels
     * @return one number per pixel, as {@link #alpha(BufferedImage)}
     */
    public float[] alpha(BufferedImage image, List<Box> heads) {
        Pyramid photo = new Pyramid(image);
        Grid people = network.use(parts -> parts.people(photo, Window.whole(image)));
        for (Box head : heads) {
            Window closer = closer(head);
            unite(people, image, network.use(parts -> parts.people(photo, closer)), closer);
        }
        float[] alpha =
                tidy(people).stretch(image.getWidth(), image.getHeight()).values();
        for (int i = 0; i < alpha.length; i++) alpha[i] = sharpen(alpha[i]);
        return alpha;
    }

    private static Window closer(Box head) {
        double side = Math.max(head.width(), head.height()) * HEADS;
        double middle = (head.y1() + head.y2()) / 2 + BELOW_HEAD * side;
        return Window.square(new Point((head.x1() + head.x2()) / 2, middle), side);
    }

    /** Raises the cells of the photo's grid to what the closer look says of them. */
    private static void unite(Grid people, BufferedImage image, Grid seen, Window window) {
        for (int i = 0; i < people.values().length; i++) {
            double x = (i % people.width() + .5) / people.width() * image.getWidth();
            double y = (i / people.width() + .5) / people.height() * image.getHeight();
            double across = (x - window.centerX()) / window.width() + .5;
            double down = (y - window.centerY()) / window.height() + .5;
            double border = Math.min(Math.min(across, 1 - across), Math.min(down, 1 - down));
            if (border <= 0) continue;
            double trust = Math.min(1, border / FADING_BORDER);
            people.values()[i] = Math.max(people.values()[i], (float) (trust * seen.at(across, down)));
        }
    }

    /** Without stray patches of furniture and without small holes in people. */
    private static Grid tidy(Grid people) {
        float[] signed = new float[people.values().length];
        for (int i = 0; i < signed.length; i++) signed[i] = people.values()[i] - .5f;
        Grid tidy = TIDY.tidy(new Grid(signed, people.width(), people.height()));
        for (int i = 0; i < signed.length; i++) signed[i] = tidy.values()[i] + .5f;
        return new Grid(signed, people.width(), people.height());
    }

    private static float sharpen(float person) {
        float share = Math.max(0, Math.min(1, (person - SURELY_NOT) / (SURELY - SURELY_NOT)));
        return share * share * (3 - 2 * share);
    }

    @Override
    public void close() {
        network.close();
    }
}
