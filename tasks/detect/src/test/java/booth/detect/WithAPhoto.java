package booth.detect;

import booth.aws.Environment;
import booth.core.Json;
import booth.core.function.Invocation;
import booth.core.image.ImageBytes;
import booth.core.image.Photo;
import booth.core.job.InMemoryObjectStore;
import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Map;

/** A photo that has arrived, and a detector that sees on it what it is told to. */
abstract class WithAPhoto {
    static final String JOB = "0123456789abcdef0123456789abcdef";
    static final String UPLOAD = "photo/" + JOB + "/me.jpg";
    static final String FRAME = "photo/" + JOB + "/frame.png";
    static final String FACES = "photo/" + JOB + "/faces.json";

    final InMemoryObjectStore uploads = new InMemoryObjectStore();
    final InMemoryObjectStore jobs = new InMemoryObjectStore();
    final FakeDetector detector = new FakeDetector();

    void upload(int width, int height) {
        BufferedImage photo = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = photo.createGraphics();
        canvas.setColor(new Color(200, 150, 100));
        canvas.fillRect(0, 0, width, height);
        canvas.dispose();
        uploads.write(UPLOAD, ImageBytes.jpeg(photo, 0.9f));
    }

    String detect() {
        Photo.Fit usual = DetectHandler.fit(new Environment(Map.of()));
        return Invocation.of(new DetectHandler(uploads, jobs, detector, usual), input());
    }

    static String input() {
        return "{'jobId':'" + JOB + "','upload':'" + UPLOAD + "'}";
    }

    static JsonNode tree(String json) {
        return Json.read("answer", json.getBytes(java.nio.charset.StandardCharsets.UTF_8), JsonNode.class);
    }
}
