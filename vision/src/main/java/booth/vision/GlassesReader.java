package booth.vision;

import booth.core.image.Box;
import java.awt.image.BufferedImage;

/**
 * Tells whether a face wears glasses. No small network was made for that; but where the body-part network sees things
 * that are neither skin nor hair in the band of the eyes, they are glasses. Thread-safe; the network is loaded at the
 * first face.
 */
public final class GlassesReader implements AutoCloseable {
    /** Measured mean of "others" in the eye band: at least .094 with glasses, at most .018 without. */
    private static final double BETWEEN = .045;

    private static final double STEEPNESS = 3;
    private static final double HEAD_WINDOW = 1.9;
    private static final double HAIR_ABOVE = .08;
    private static final int SAMPLES = 64;
    /** Mesh points on the cheekbones and between hairline and brows. */
    private static final int LEFT_CHEEK = 50;

    private static final int RIGHT_CHEEK = 280;
    private static final int FOREHEAD = 151;
    /** Side of a skin or eye patch, in distances between the eyes. */
    private static final double PATCH = .3;

    private final Lazy<BodyParts> network;

    public GlassesReader(Models models) {
        this(models, Threads.sensible());
    }

    /** @param threads how many threads the network may use */
    public GlassesReader(Models models, int threads) {
        network = new Lazy<>(() -> new BodyParts(models, threads));
    }

    /** @param image the photo in which the face was found */
    public Glasses read(BufferedImage image, Face face) {
        Pyramid photo = new Pyramid(image);
        Box band = band(face);
        double cue = cue(photo, face, band);
        double likelihood = 1 / (1 + Math.pow(BETWEEN / Math.max(cue, 1e-9), STEEPNESS));
        return new Glasses(likelihood, shade(photo, face), band);
    }

    /** Mean probability in the eye band of being neither skin nor hair nor clothes nor background. */
    private double cue(Pyramid photo, Face face, Box band) {
        Box head = face.box();
        double side = Math.max(head.width(), head.height()) * HEAD_WINDOW;
        Point center = new Point((head.x1() + head.x2()) / 2, (head.y1() + head.y2()) / 2 - HAIR_ABOVE * side);
        Grid others = network.use(parts -> parts.others(photo, Window.square(center, side)));
        double sum = 0;
        for (int i = 0; i < SAMPLES * SAMPLES; i++) {
            double x = band.x1() + band.width() * (i % SAMPLES + .5) / SAMPLES;
            double y = band.y1() + band.height() * (i / SAMPLES + .5) / SAMPLES;
            sum += others.at((x - center.x()) / side + .5, (y - center.y()) / side + .5);
        }
        return sum / (SAMPLES * SAMPLES);
    }

    private static double shade(Pyramid photo, Face face) {
        double patch = face.eyeLeft().distance(face.eyeRight()) * PATCH;
        double eyes = brightness(photo, patch, face.eyeLeft(), face.eyeRight());
        double skin = brightness(photo, patch, face.at(LEFT_CHEEK), face.at(RIGHT_CHEEK), face.at(FOREHEAD));
        return Math.max(0, Math.min(1, 1 - eyes / Math.max(1e-3, skin)));
    }

    private static double brightness(Pyramid photo, double side, Point... places) {
        double sum = 0;
        int count = 0;
        for (Point place : places) {
            float[] patch = photo.sample(Window.square(place, side), 8, 8, 0, 1);
            for (float value : patch) sum += value;
            count += patch.length;
        }
        return sum / count;
    }

    private static Box band(Face face) {
        double left = Math.min(face.at(127).x(), face.at(33).x());
        double right = Math.max(face.at(356).x(), face.at(263).x());
        double top = Math.min(face.at(105).y(), face.at(334).y());
        double bottom = Math.max(face.at(LEFT_CHEEK).y(), face.at(RIGHT_CHEEK).y());
        return new Box(left, Math.min(top, bottom), Math.max(left, right), Math.max(top, bottom));
    }

    @Override
    public void close() {
        network.close();
    }
}
