package booth.vision;

import static java.util.Comparator.comparingDouble;

import booth.core.image.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Turns many overlapping detections of one face into one. */
final class Suppression {
    private static final double SWALLOWED = .5;

    private Suppression() {}

    /**
     * Weighted non-maximum suppression as MediaPipe does it: all detections that overlap the best one are averaged by
     * their scores, then the next best of the rest is taken.
     */
    static List<Detection> merge(List<Detection> detections, double sameFace) {
        List<Detection> rest = new ArrayList<>(detections);
        rest.sort(comparingDouble(Detection::score).reversed());
        List<Detection> merged = new ArrayList<>();
        while (!rest.isEmpty()) {
            Detection best = rest.get(0);
            List<Detection> same = rest.stream()
                    .filter(other -> other == best || other.overlap(best) > sameFace)
                    .toList();
            merged.add(average(same));
            rest.removeAll(same);
        }
        return merged;
    }

    /** Drops a detection most of which lies inside a larger one; largest first. */
    static List<Detection> dropInner(List<Detection> detections) {
        List<Detection> kept = new ArrayList<>();
        detections.stream()
                .sorted(comparingDouble((Detection d) -> d.box().area()).reversed())
                .filter(detection -> kept.stream().noneMatch(larger -> detection.inside(larger) > SWALLOWED))
                .forEach(kept::add);
        return kept;
    }

    private static Detection average(List<Detection> same) {
        Box box = new Box(
                mean(same, d -> d.box().x1()),
                mean(same, d -> d.box().y1()),
                mean(same, d -> d.box().x2()),
                mean(same, d -> d.box().y2()));
        List<Point> keyPoints = IntStream.range(0, Detection.KEY_POINTS)
                .mapToObj(i -> new Point(
                        mean(same, d -> d.keyPoints().get(i).x()),
                        mean(same, d -> d.keyPoints().get(i).y())))
                .toList();
        return new Detection(box, same.get(0).score(), keyPoints);
    }

    private static double mean(List<Detection> same, ToDoubleFunction<Detection> value) {
        double sum = 0;
        double weights = 0;
        for (Detection detection : same) {
            sum += detection.score() * value.applyAsDouble(detection);
            weights += detection.score();
        }
        return sum / weights;
    }
}
