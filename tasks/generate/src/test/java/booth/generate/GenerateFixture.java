package booth.generate;

import booth.core.Json;
import booth.core.function.InMemoryMessageVisibility;
import booth.core.function.JsonLog;
import booth.core.function.NoContext;
import booth.core.function.TaskContext;
import booth.core.image.ImageBytes;
import booth.core.image.Mask;
import booth.core.image.PixelRect;
import booth.core.job.ErasureAwareStore;
import booth.core.job.InMemoryObjectStore;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.JobRequest;
import booth.core.job.Jobs;
import booth.core.job.Seed;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** One job with its frame and mask in memory, and everyone a {@link GenerateHandler} talks to, as fakes. */
final class GenerateFixture {
    static final JobId JOB = new JobId("0123456789abcdef0123456789abcdef");
    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    static final Duration TIME_LEFT = Duration.ofMinutes(3);
    static final int WIDTH = 384;
    static final int HEIGHT = 256;
    static final PixelRect FACE = new PixelRect(150, 80, 230, 170);
    static final Prompts WORLDS = new Prompts(List.of("a meadow", "a city at night", "a galaxy"));

    private static final BufferedImage FRAME = noise(WIDTH, HEIGHT);
    private static final byte[] FRAME_FILE = ImageBytes.png(FRAME);

    final InMemoryObjectStore store = new InMemoryObjectStore();
    final FakeModel model = new FakeModel();
    final InMemoryObjectStore garden = new InMemoryObjectStore();
    final FakeTextModel textModel = new FakeTextModel();
    final FakeCallbacks callbacks = new FakeCallbacks();
    final InMemoryMessageVisibility queue = new InMemoryMessageVisibility();
    final List<String> log = new CopyOnWriteArrayList<>();
    final Jobs jobs = new Jobs(store);
    Instant now = NOW;
    Optional<Seed> seed = Optional.empty();
    final BufferedImage frame = FRAME;

    GenerateFixture() {
        JobRequest request =
                new JobRequest("face.jpg", "image/jpeg", Optional.empty(), Optional.empty(), "hall", List.of());
        jobs.create(Job.awaitingUpload(JOB, request, NOW).queued(0, NOW));
        store.write(key("frame.png"), FRAME_FILE);
        store.write(key("mask_face.png"), ImageBytes.png(faceMask().toImage()));
    }

    GenerateHandler handler() {
        Generate generate = new Generate(new ErasureAwareStore(store), model, WORLDS, seed, () -> now);
        Optional<PaintOfText> painting = Optional.of(new PaintOfText(garden, textModel, () -> now));
        return new GenerateHandler(
                new OrderProcessor(
                        new OrderDesk(generate, painting, callbacks),
                        queue,
                        new Backoff(() -> 1),
                        new JsonLog(log::add)),
                () -> now);
    }

    List<String> handle(SQSMessage... messages) {
        SQSEvent event = new SQSEvent();
        event.setRecords(Arrays.asList(messages));
        return handler().handleRequest(event, NoContext.withTimeLeft(TIME_LEFT)).getBatchItemFailures().stream()
                .map(failure -> failure.getItemIdentifier())
                .toList();
    }

    static String key(String name) {
        return JobKeys.folder(JOB) + name;
    }

    static String picture(int index) {
        return key("photo_face_" + index + ".jpeg");
    }

    static SQSMessage order(int index, String... prompts) {
        return message("m" + index, orderOf(JOB + "-r0", "token-" + index, index, prompts));
    }

    static String orderOf(String execution, String token, int index, String... prompts) {
        return Json.text(new PictureOrder(
                token,
                JOB,
                index,
                key("frame.png"),
                key("mask_face.png"),
                picture(index),
                List.of(prompts),
                Optional.of(new TaskContext(
                        execution, "Titan " + index, 0, Optional.empty(), Optional.empty(), Optional.empty()))));
    }

    static SQSMessage message(String id, String body) {
        SQSMessage message = new SQSMessage();
        message.setMessageId(id);
        message.setReceiptHandle("receipt-" + id);
        message.setBody(body);
        message.setAttributes(Map.of("ApproximateReceiveCount", "1"));
        return message;
    }

    static Mask faceMask() {
        Mask mask = new Mask(WIDTH, HEIGHT);
        mask.keep(FACE);
        return mask;
    }

    static BufferedImage flat(int width, int height, Color colour) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(colour);
        canvas.fillRect(0, 0, width, height);
        canvas.dispose();
        return image;
    }

    /** Soft blobs with some grain, so that a shifted or smoothed face would be noticed. */
    private static BufferedImage noise(int width, int height) {
        Random random = new Random(7);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) {
                int red = (int) (128 + 80 * Math.sin(x / 9.0)) + random.nextInt(9);
                int green = (int) (128 + 80 * Math.sin(y / 7.0)) + random.nextInt(9);
                int blue = (int) (128 + 80 * Math.cos((x + y) / 11.0)) + random.nextInt(9);
                image.setRGB(x, y, red << 16 | green << 8 | blue);
            }
        return image;
    }

    /** Paints everything green, unless it is in another mood; remembers what it was paid for. */
    static final class FakeModel implements ImageModel {
        final List<String> paintedPrompts = new CopyOnWriteArrayList<>();
        final List<Long> seeds = new CopyOnWriteArrayList<>();
        Runnable mood = () -> {};

        @Override
        public byte[] paint(Scene scene, int branch) {
            paintedPrompts.add(scene.prompt());
            seeds.add(scene.seed());
            mood.run();
            return ImageBytes.png(flat(192, 128, Color.GREEN)); // another size than the frame, as models like to do
        }
    }

    /** Paints what is left of the middle red and what is right of it blue; remembers what it was paid for. */
    static final class FakeTextModel implements TextToImageModel {
        final List<Wish> painted = new CopyOnWriteArrayList<>();
        Runnable mood = () -> {};

        @Override
        public byte[] paint(Wish wish) {
            painted.add(wish);
            mood.run();
            BufferedImage picture = flat(300, 200, Color.RED); // another proportion than was wanted
            Graphics2D canvas = picture.createGraphics();
            canvas.setColor(Color.BLUE);
            canvas.fillRect(150, 0, 150, 200);
            canvas.dispose();
            return ImageBytes.png(picture);
        }
    }

    /** Calls back nobody: what the branch of each token was told. A token in {@code gone} belongs to nobody. */
    static final class FakeCallbacks implements TaskCallback {
        final Map<String, String> told = new ConcurrentSkipListMap<>();
        final List<String> gone = new ArrayList<>();

        @Override
        public boolean succeed(String token, Generate.Result result) {
            return tell(token, Json.text(result));
        }

        @Override
        public boolean fail(String token, Failure failure) {
            return tell(token, failure.errorType() + " " + failure.cause());
        }

        private boolean tell(String token, String text) {
            if (gone.contains(token)) return false;
            told.put(token, text);
            return true;
        }
    }
}
