package booth.local.pipeline;

import booth.core.image.ImageBytes;
import booth.emulator.wire.RestService;
import booth.emulator.wire.ServiceError;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Stability's inpainting, whose every scene is one colour. What a test wants to go wrong goes wrong for its prompts, so
 * that tests do not meet.
 */
public final class FakeBedrock implements RestService {
    public enum Answer {
        PICTURE,
        THROTTLED,
        FILTERED
    }

    private static final JsonMapper JSON = new JsonMapper();

    /** While it is open nobody is answered. */
    final class Hold implements AutoCloseable {
        private Hold() {
            painting.lock();
        }

        @Override
        public void close() {
            painting.unlock();
        }
    }

    private final ReentrantLock painting = new ReentrantLock();
    private final Map<String, Queue<Answer>> scripts = new HashMap<>();
    private final Map<String, Integer> calls = new HashMap<>();
    private final List<String> prompts = new ArrayList<>();
    private volatile CountDownLatch brush = new CountDownLatch(0);

    /** The answers to the next calls with this prompt; afterwards it gets its picture. */
    public synchronized void script(String prompt, Answer... answers) {
        scripts.put(prompt, new ArrayDeque<>(List.of(answers)));
    }

    public synchronized void script(String prompt, int times, Answer answer) {
        scripts.put(prompt, new ArrayDeque<>(Collections.nCopies(times, answer)));
    }

    /** Is very slow, until it is closed. */
    Hold hold() {
        return new Hold();
    }

    /** Paints nothing until it is told to {@link #paint()}. */
    public void pause() {
        brush = new CountDownLatch(1);
    }

    public void paint() {
        brush.countDown();
    }

    /** How often a picture of this was asked for. */
    synchronized int calls(String prompt) {
        return calls.getOrDefault(prompt, 0);
    }

    /** The prompts it was given, in that order. */
    synchronized List<String> prompts() {
        return List.copyOf(prompts);
    }

    /** What it paints. */
    static Color colourOf(String prompt) {
        return new Color(prompt.hashCode() * 0x9e3779b9 >>> 8);
    }

    @Override
    public void routes(RoutesConfig routes) {
        routes.post("/model/<modelId>/invoke", this::invoke);
    }

    private void invoke(Context request) throws IOException {
        painting.lock();
        painting.unlock();
        JsonNode order = JSON.readTree(request.bodyAsBytes());
        String prompt = order.path("prompt").asText();
        ObjectNode answer = JSON.createObjectNode();
        note(prompt);
        await();
        switch (next(prompt)) {
            case THROTTLED -> throw new ServiceError(429, "ThrottlingException", "Too many requests.");
            case FILTERED -> answer.putArray("finish_reasons").add("Filter reason: output image");
            case PICTURE -> {
                answer.putArray("finish_reasons").addNull();
                answer.putArray("images").add(paint(colourOf(prompt)));
            }
        }
        request.contentType("application/json");
        request.result(answer.toString());
    }

    private void await() {
        try {
            if (!brush.await(1, TimeUnit.MINUTES)) throw new IllegalStateException("Nobody told the painter to go on.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void note(String prompt) {
        prompts.add(prompt);
    }

    private synchronized Answer next(String prompt) {
        calls.merge(prompt, 1, Integer::sum);
        Answer scripted = scripts.getOrDefault(prompt, new ArrayDeque<>()).poll();
        return scripted == null ? Answer.PICTURE : scripted;
    }

    /** Small: the pipeline scales what a model paints. */
    private static byte[] paint(Color colour) {
        BufferedImage scene = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = scene.createGraphics();
        canvas.setColor(colour);
        canvas.fillRect(0, 0, 64, 64);
        canvas.dispose();
        return ImageBytes.png(scene);
    }
}
