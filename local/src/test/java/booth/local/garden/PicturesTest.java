package booth.local.garden;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import booth.local.pipeline.Pipeline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pictures are the index: what is in the bucket is what guests see, and nothing else. */
class PicturesTest {
    /** In {@code mvn verify}; {@code -Dbooth.garden.crowd=1000} for a real one. */
    private static final int PICTURES = Integer.getInteger("booth.garden.crowd", 150);

    @TempDir
    private static Path folder;

    private static GardenCloud garden;

    @BeforeAll
    static void start() {
        garden = GardenCloud.start(folder);
    }

    @AfterAll
    static void stop() {
        garden.close();
    }

    private static void awaitListed(String searchKey, String... keys) {
        Pipeline.await()
                .untilAsserted(() -> assertThat(garden.listed(searchKey)).containsExactlyInAnyOrder(keys));
    }

    @Test
    void whatIsPutIsListedWhatIsDeletedIsNotAndItsUrlLeadsToIt() {
        String plain = "emotions/calm/img_20261122-093000_1h.jpeg";
        String favourite = "emotions/calm/spring,sunny,day/img_20261122-093000_1v.jpeg";
        garden.put(plain, "plain".getBytes(UTF_8));
        garden.put(favourite, "favourite".getBytes(UTF_8));
        garden.put("emotions/calm/readme.txt", new byte[1]);

        awaitListed("calm", plain);
        awaitListed("calm/spring,sunny,day", favourite);
        assertThat(garden.bytes(garden.urls("/gardenfromDB", "calm").get(0)))
                .asString()
                .isEqualTo("plain");

        garden.delete(plain);
        awaitListed("calm");
    }

    @Test
    void keysThatNeedEncodingGoTheirWholeWay() {
        String korean = "emotions/행복/봄 하루/정원+하나 (1).jpeg";
        garden.put(korean, "정원".getBytes(UTF_8));

        awaitListed("행복/봄 하루", korean);
        assertThat(garden.bytes(garden.urls("/gardenfromDB", "행복/봄 하루").get(0)))
                .asString(UTF_8)
                .isEqualTo("정원");
    }

    @Test
    void aServerSideCopyIsListedToo() {
        garden.put("imgPool/fear/img_20261122-093000_1h.jpeg", new byte[1]);
        garden.s3()
                .copyObject(copy -> copy.sourceBucket(garden.bucket())
                        .sourceKey("imgPool/fear/img_20261122-093000_1h.jpeg")
                        .destinationBucket(garden.bucket())
                        .destinationKey("emotions/fear/img_20261122-093000_1h.jpeg"));

        awaitListed("fear", "emotions/fear/img_20261122-093000_1h.jpeg");
    }

    @Test
    void promotionAndRemovalAreSeenAtOnce() {
        String pool = "imgPool/sad/img_20261122-093000_1h.jpeg";
        String promoted = "emotions/sad/img_20261122-093000_1h.jpeg";
        garden.put(pool, new byte[1]);

        assertThat(garden.post("/v1/garden/promote", "{\"objName\":[\"" + pool + "\"]}")
                        .body())
                .isEqualTo("{\"promoted\":[\"" + promoted + "\"],\"missing\":[]}");
        assertThat(garden.listed("sad")).containsExactly(promoted);
        assertThat(garden.urls("/retrieve", "sad")).isEmpty();
        assertThat(garden.keys("imgPool/sad/")).isEmpty();

        assertThat(garden.post("/remove", "{\"objName\":[\"" + promoted + "\"]}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(garden.listed("sad")).isEmpty();
        assertThat(garden.keys("emotions/sad/")).isEmpty();
    }

    @Test
    void aWallGetsItsPictures() {
        String picture = "emotions/surprised/img_20261122-093000_1h.jpeg";
        garden.put(picture, "wall".getBytes(UTF_8));

        assertThat(garden.post("/updateDisplay", "{\"zone\":\"zone1\",\"landscape\":[\"" + picture + "\"]}")
                        .body())
                .isEqualTo("sucess");
        String url = GardenCloud.json(garden.get("/v1/garden/display/zone1").body())
                .at("/landscape/0")
                .asText();
        assertThat(garden.bytes(url)).asString().isEqualTo("wall");
    }

    /** What {@code aws s3 cp --recursive} does down and up again. */
    @Test
    void aBackupRestoredBringsEverythingBack() {
        Map<String, byte[]> backup = new TreeMap<>();
        for (int i = 1; i <= 20; i++) {
            garden.put("emotions/angry/img_20261122-093000_" + i + "h.jpeg", new byte[] {(byte) i});
            garden.put("emotions/angry/winter,snowy,day/img_20261122-093000_" + i + "v.jpeg", new byte[] {(byte) i});
        }
        for (String key : garden.keys("emotions/angry/"))
            backup.put(
                    key,
                    garden.s3()
                            .getObjectAsBytes(get -> get.bucket(garden.bucket()).key(key))
                            .asByteArray());
        Pipeline.await().until(() -> garden.listed("angry").size() == 20);
        backup.keySet().forEach(garden::delete);
        awaitListed("angry");
        awaitListed("angry/winter,snowy,day");
        for (String derived : garden.keys("listings/emotions/angry/")) garden.delete(derived);

        backup.forEach(garden::put);

        Pipeline.await().until(() -> garden.listed("angry").size() == 20);
        Pipeline.await().until(() -> garden.listed("angry/winter,snowy,day").size() == 20);
        assertThat(garden.bytes(garden.urls("/gardenfromDB", "angry").get(0))).hasSize(1);
    }

    /** Nobody ever sees fewer than he has seen, and in the end everybody sees all. Seen with 1,000 pictures, too. */
    @Test
    void aCrowdOfReadersWhileManyPicturesArePut() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService crowd = Executors.newFixedThreadPool(16);
        try {
            List<Future<List<Integer>>> readers = IntStream.range(0, 4)
                    .mapToObj(i -> crowd.submit(() -> {
                        List<Integer> seen = new ArrayList<>(List.of(0));
                        while (!done.get()) seen.add(garden.listed("disgusted").size());
                        return seen;
                    }))
                    .toList();
            List<Future<?>> puts = IntStream.range(0, PICTURES)
                    .<Future<?>>mapToObj(i -> crowd.submit(
                            () -> garden.put("emotions/disgusted/img_20261122-093000_" + i + "h.jpeg", new byte[1])))
                    .toList();
            for (Future<?> put : puts) put.get();
            Pipeline.await().until(() -> garden.listed("disgusted").size() == PICTURES);
            done.set(true);
            for (Future<List<Integer>> reader : readers)
                assertThat(reader.get()).isSorted();
        } finally {
            done.set(true);
            crowd.shutdownNow();
        }
        assertThat(garden.listed("disgusted")).doesNotHaveDuplicates();
    }
}
