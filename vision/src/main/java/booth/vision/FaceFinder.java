package booth.vision;

import static java.util.Comparator.comparingDouble;

import booth.core.image.Box;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the faces of a group photo with their landmarks. The full-range detector proposes; the mesh network says it is
 * sure even where it is wrong, so the mesh is also fitted from boxes that the short-range detector refines on two closer
 * crops, and the one that agrees best with its detector's eyes, nose and mouth is kept.
 *
 * <p>Thread-safe. The networks are loaded at the first photo.
 */
public final class FaceFinder implements AutoCloseable {
    private static final double[] CLOSER_CROPS = {2, 3};
    private static final double SAME_FACE = .35;
    /** The points around the whole face, from the middle of the hairline by the ears to the chin and back. */
    static final int[] OVAL = {
        10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149,
        150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109
    };

    private final Lazy<Networks> networks;

    public FaceFinder(Models models) {
        this(models, Threads.sensible());
    }

    /** @param threads how many threads each network may use */
    public FaceFinder(Models models, int threads) {
        networks = new Lazy<>(() -> new Networks(
                BlazeFace.fullRange(models, threads),
                BlazeFace.shortRange(models, threads),
                new FaceMesh(models, threads)));
    }

    /** All faces of the photo, the largest first; empty when there is none. */
    public List<Face> find(BufferedImage image) {
        Pyramid photo = new Pyramid(image);
        Point center = new Point(image.getWidth() / 2.0, image.getHeight() / 2.0);
        Window window = Window.square(center, Math.max(image.getWidth(), image.getHeight()));
        return networks.use(nets -> Suppression.dropInner(nets.whole.detect(photo, window)).stream()
                .map(detection -> nets.face(photo, detection))
                .sorted(comparingDouble((Face face) -> face.box().area()).reversed())
                .toList());
    }

    @Override
    public void close() {
        networks.close();
    }

    /** The three networks that work together. */
    private record Networks(BlazeFace whole, BlazeFace closeUp, FaceMesh mesh) implements AutoCloseable {
        Face face(Pyramid photo, Detection detection) {
            return candidates(photo, detection).stream()
                    .map(candidate -> new Fit(candidate, mesh.fit(photo, candidate)))
                    .min(comparingDouble(Fit::disagreement))
                    .map(fit -> new Face(detection.score(), outline(fit.points), fit.points))
                    .orElseThrow();
        }

        private List<Detection> candidates(Pyramid photo, Detection detection) {
            List<Detection> candidates = new ArrayList<>(List.of(detection));
            for (double times : CLOSER_CROPS)
                closeUp.detect(photo, detection.window(times)).stream()
                        .filter(refined -> refined.overlap(detection) > SAME_FACE)
                        .max(comparingDouble(refined -> refined.overlap(detection)))
                        .ifPresent(candidates::add);
            return candidates;
        }

        private static Box outline(List<Point> points) {
            double left = Double.POSITIVE_INFINITY;
            double top = Double.POSITIVE_INFINITY;
            double right = Double.NEGATIVE_INFINITY;
            double bottom = Double.NEGATIVE_INFINITY;
            for (int index : OVAL) {
                Point point = points.get(index);
                left = Math.min(left, point.x());
                top = Math.min(top, point.y());
                right = Math.max(right, point.x());
                bottom = Math.max(bottom, point.y());
            }
            return new Box(left, top, right, bottom);
        }

        @Override
        public void close() {
            whole.close();
            closeUp.close();
            mesh.close();
        }
    }

    /** A mesh and the detection it was fitted from. */
    private record Fit(Detection detection, List<Point> points) {
        /** Mean distance of the mesh from the detector's eyes, nose and mouth, in face sizes. */
        double disagreement() {
            double sum = away(Detection.LEFT_EYE, 33, 133)
                    + away(Detection.RIGHT_EYE, 263, 362)
                    + away(Detection.NOSE, 1, 1)
                    + away(Detection.MOUTH, 13, 14);
            return sum / 4 / detection.side();
        }

        private double away(int keyPoint, int a, int b) {
            return Point.middle(points.get(a), points.get(b))
                    .distance(detection.keyPoints().get(keyPoint));
        }
    }
}
