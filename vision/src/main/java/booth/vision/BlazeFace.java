package booth.vision;

import booth.core.image.Box;
import java.util.ArrayList;
import java.util.List;

/**
 * MediaPipe's BlazeFace detector in its two sizes: full range sees a whole group photo, short range one near face more
 * exactly. Constants are those of MediaPipe's face_detection graphs.
 */
final class BlazeFace implements AutoCloseable {
    private static final int NUMBERS_PER_ANCHOR = 4 + 2 * Detection.KEY_POINTS;
    private static final float SCORE_LIMIT = 100;
    private static final double SAME_FACE = .3;

    private final TfLite network;
    private final int inputSize;
    private final Anchors anchors;
    private final double minimumScore;

    private BlazeFace(TfLite network, int inputSize, Anchors anchors, double minimumScore) {
        this.network = network;
        this.inputSize = inputSize;
        this.anchors = anchors;
        this.minimumScore = minimumScore;
    }

    static BlazeFace fullRange(Models models, int threads) {
        TfLite network = new TfLite(models.file("face_detection_full_range.tflite"), threads);
        return new BlazeFace(network, 192, new Anchors(192, new int[] {4}, new int[] {1}), .6);
    }

    static BlazeFace shortRange(Models models, int threads) {
        TfLite network = new TfLite(models.file("face_detection_short_range.tflite"), threads);
        return new BlazeFace(network, 128, new Anchors(128, new int[] {8, 16}, new int[] {2, 6}), .5);
    }

    /** The faces inside a square window, best first, each reported once. */
    List<Detection> detect(Pyramid photo, Window window) {
        float[][] outputs = network.run(photo.sample(window, inputSize, inputSize, -1, 1));
        boolean boxesFirst = outputs[0].length > outputs[1].length;
        float[] boxes = outputs[boxesFirst ? 0 : 1];
        float[] logits = outputs[boxesFirst ? 1 : 0];
        List<Detection> found = new ArrayList<>();
        for (int anchor = 0; anchor < anchors.count(); anchor++) {
            double score = sigmoid(Math.max(-SCORE_LIMIT, Math.min(SCORE_LIMIT, logits[anchor])));
            if (score >= minimumScore) found.add(decode(boxes, anchor, score, window));
        }
        return Suppression.merge(found, SAME_FACE);
    }

    private Detection decode(float[] boxes, int anchor, double score, Window window) {
        int at = anchor * NUMBERS_PER_ANCHOR;
        Point center = place(boxes, at, anchor, window);
        double halfWidth = Math.max(0, boxes[at + 2]) / inputSize * window.width() / 2;
        double halfHeight = Math.max(0, boxes[at + 3]) / inputSize * window.height() / 2;
        Box box = new Box(
                center.x() - halfWidth, center.y() - halfHeight, center.x() + halfWidth, center.y() + halfHeight);
        List<Point> keyPoints = new ArrayList<>();
        for (int i = 0; i < Detection.KEY_POINTS; i++) keyPoints.add(place(boxes, at + 4 + 2 * i, anchor, window));
        return new Detection(box, score, keyPoints);
    }

    private Point place(float[] boxes, int at, int anchor, Window window) {
        return window.at(boxes[at] / inputSize + anchors.x(anchor), boxes[at + 1] / inputSize + anchors.y(anchor));
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    @Override
    public void close() {
        network.close();
    }
}
