package booth.garden.mood;

import booth.core.access.BoothKeys;
import booth.core.function.JsonLog;
import booth.core.function.NoContext;
import booth.core.image.ImageBytes;
import booth.core.job.InMemoryObjectStore;
import booth.core.job.ObjectStore;
import booth.garden.Emotion;
import booth.garden.Gender;
import booth.http.Access;
import booth.http.Api;
import booth.http.Cors;
import booth.http.OpenApi;
import booth.http.Operations;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The function behind {@code /emotion}, its bucket in memory, and a reader of faces who says what a test wants. */
final class MoodFixture {
    static final FaceTraits SMILING = new FaceTraits(
            new AgeRange(23, 31),
            true,
            false,
            false,
            Gender.FEMALE,
            false,
            false,
            true,
            false,
            Optional.of(Emotion.HAPPY));

    final InMemoryObjectStore memory = new InMemoryObjectStore();
    final Set<String> everStored = ConcurrentHashMap.newKeySet();
    final List<String> met = Collections.synchronizedList(new ArrayList<>());
    final List<String> log = Collections.synchronizedList(new ArrayList<>());
    ObjectStore garden = new Witness(memory, everStored);
    FaceReader reader = jpeg -> Optional.of(SMILING);
    Acquaintance acquaintance = (guest, generation, gender, emotion) ->
            met.add(String.join(" ", guest.value(), generation.word(), gender.word(), emotion.name()));
    Seats seats = new Seats(4, Duration.ofSeconds(10));
    Instant now = Instant.parse("2026-11-22T10:00:00Z");
    InstantSource clock = () -> now;

    MoodHandler handler() {
        JsonLog lines = new JsonLog(log::add);
        Profiles profiles = new Profiles(garden, clock, lines);
        ReadMood mood = new ReadMood("garden-bucket", profiles, reader, acquaintance, seats, clock, lines);
        OpenApi openApi =
                OpenApi.load("/garden-openapi.json").where(route -> route.tag().equals(MoodRoutes.TAG));
        return new MoodHandler(new Api(
                openApi,
                new Operations(openApi, new MoodRoutes(mood).operations()),
                new Access(new BoothKeys(memory), () -> now),
                Cors.of(""),
                lines));
    }

    APIGatewayV2HTTPResponse post(byte[] photo, Map<String, String> headers) {
        return handler().handleRequest(event(photo, headers), NoContext.get());
    }

    APIGatewayV2HTTPResponse post(byte[] photo) {
        return post(photo, Map.of("content-type", "image/jpeg", "x-user-id", "guest-1"));
    }

    static APIGatewayV2HTTPEvent event(byte[] photo, Map<String, String> headers) {
        return APIGatewayV2HTTPEvent.builder()
                .withRawPath("/emotion")
                .withHeaders(new HashMap<>(headers))
                .withBody(Base64.getEncoder().encodeToString(photo))
                .withIsBase64Encoded(true)
                .withRequestContext(APIGatewayV2HTTPEvent.RequestContext.builder()
                        .withHttp(APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                                .withMethod("POST")
                                .withSourceIp("192.0.2.1")
                                .build())
                        .build())
                .build();
    }

    static byte[] photo() {
        return ImageBytes.jpeg(picture(400, 300), 0.9f);
    }

    /** Red on the left, blue on the right. */
    static BufferedImage picture(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, width / 2, height);
        canvas.setColor(Color.BLUE);
        canvas.fillRect(width / 2, 0, width - width / 2, height);
        canvas.dispose();
        return image;
    }

    /** The JPEG with an EXIF segment that says that the camera was turned. */
    static byte[] turnedRight(byte[] jpeg) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        byte[] block = {
            'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, '*', 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0,
            0, 0
        };
        out.write(0xff);
        out.write(0xe1);
        out.write(0);
        out.write(block.length + 2);
        out.writeBytes(block);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    /** Remembers what was ever written. */
    static class Witness implements ObjectStore {
        private final ObjectStore store;
        private final Set<String> written;

        Witness(ObjectStore store, Set<String> written) {
            this.store = store;
            this.written = written;
        }

        @Override
        public Optional<Stored> find(String key) {
            return store.find(key);
        }

        @Override
        public void write(String key, byte[] bytes) {
            store.write(key, bytes);
            written.add(key);
        }

        @Override
        public boolean create(String key, byte[] bytes) {
            throw new AssertionError("A profile is written over whatever is there");
        }

        @Override
        public boolean replace(String key, byte[] bytes, String version) {
            throw new AssertionError("A profile is written over whatever is there");
        }

        @Override
        public boolean exists(String key) {
            return store.exists(key);
        }

        @Override
        public List<Entry> list(String prefix) {
            return store.list(prefix);
        }

        @Override
        public void delete(String key) {
            store.delete(key);
        }
    }
}
