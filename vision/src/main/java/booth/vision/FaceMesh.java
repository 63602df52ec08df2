package booth.vision;

import java.util.ArrayList;
import java.util.List;

/**
 * MediaPipe's face landmark network: 468 points on one face, seen through a window 1.5 times the detector's box and
 * turned by the line of the eyes.
 */
final class FaceMesh implements AutoCloseable {
    static final int POINTS = 468;
    private static final int INPUT_SIZE = 192;
    private static final double MARGIN = 1.5;
    private final TfLite network;

    FaceMesh(Models models, int threads) {
        network = new TfLite(models.file("face_landmark.tflite"), threads);
    }

    List<Point> fit(Pyramid photo, Detection detection) {
        Window window = detection.window(MARGIN).turned(detection.angle());
        float[] raw = network.run(photo.sample(window, INPUT_SIZE, INPUT_SIZE, 0, 1))[0];
        double scale = window.width() / INPUT_SIZE;
        List<Point> points = new ArrayList<>(POINTS);
        for (int i = 0; i < POINTS; i++) {
            Point place = window.at(raw[3 * i] / INPUT_SIZE, raw[3 * i + 1] / INPUT_SIZE);
            points.add(new Point(place.x(), place.y(), raw[3 * i + 2] * scale));
        }
        return points;
    }

    @Override
    public void close() {
        network.close();
    }
}
