package booth.generate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Busy;
import booth.core.Refused;
import booth.core.image.ImageBytes;
import booth.core.job.ObjectStore;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.xmp.XmpDirectory;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders for pictures of texts, which hang in the garden. */
class TextOrderTest {
    private static final String KEY = "imgPool/happy/spring,sunny,day/img_20261122-003000_1h.jpeg";
    private static final String LEASE = "orders/" + KEY + ".json";
    private static final String NOTE = "orders/" + KEY + ".failed.json";

    private final GenerateFixture fixture = new GenerateFixture();
    private final ObjectStore garden = fixture.garden;

    @Test
    void aTextBecomesAPictureOfTheSizeThatWasWanted() {
        assertThat(fixture.handle(order(KEY, ",\"negativeText\":\"glasses\",\"seed\":7,\"steps\":20")))
                .isEmpty();

        BufferedImage picture = ImageBytes.decode("picture", garden.read(KEY));
        assertThat(picture.getWidth()).isEqualTo(1280);
        assertThat(picture.getHeight()).isEqualTo(800);
        assertThat(fixture.textModel.painted)
                .containsExactly(
                        new TextToImageModel.Wish("a garden", Optional.of("glasses"), 1280, 800, 7, Optional.of(20)));
        assertThat(fixture.callbacks.told).isEmpty();
    }

    /** The fake model's picture is 3:2, red on the left and blue on the right. */
    @Test
    void whatDoesNotFitIsCutOffAtBothSidesAndNothingIsSquashed() {
        String tall = "emotions/calm/img_20261122-003000_1v.jpeg";
        fixture.handle(message("{\"kind\":\"text-to-image\",\"key\":\"" + tall
                + "\",\"prompt\":\"a\",\"width\":800,\"height\":1280}"));

        BufferedImage picture = ImageBytes.decode("picture", garden.read(tall));
        assertThat(picture.getHeight()).isEqualTo(1280);
        assertThat(new Color(picture.getRGB(380, 640)).getRed()).isGreaterThan(200);
        assertThat(new Color(picture.getRGB(420, 640)).getBlue()).isGreaterThan(200);
        assertThat(new Color(picture.getRGB(0, 640)).getRed()).isGreaterThan(200);
    }

    @Test
    void theEndingSaysWhetherItIsAJpegOrAPngAndBothAreMarkedAsAMachinesWork() throws Exception {
        fixture.handle(order("dashboard/man.png", ""), order("img_20261122-003000_1.jpeg", ""));

        assertThat(garden.read("dashboard/man.png")).startsWith(0x89, 'P', 'N', 'G');
        assertThat(garden.read("img_20261122-003000_1.jpeg")).startsWith(0xff, 0xd8, 0xff);
        for (String key : new String[] {"dashboard/man.png", "img_20261122-003000_1.jpeg"})
            assertThat(ImageMetadataReader.readMetadata(new ByteArrayInputStream(garden.read(key)))
                            .getFirstDirectoryOfType(XmpDirectory.class)
                            .getXmpProperties())
                    .as(key)
                    .containsEntry(
                            "Iptc4xmpExt:DigitalSourceType",
                            "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia");
    }

    @Test
    void aBranchThatWaitsIsToldAndANoteIsLeftWhereOneIsWanted() {
        fixture.handle(order(KEY, ",\"taskToken\":\"t\",\"doneKey\":\"batches/1/done/0.json\""));

        assertThat(fixture.callbacks.told)
                .containsExactly(Map.entry("t", "{\"index\":0,\"status\":\"succeeded\",\"key\":\"" + KEY + "\"}"));
        assertThat(garden.read("batches/1/done/0.json")).asString(UTF_8).isEqualTo("{\"key\":\"" + KEY + "\"}");
    }

    @Test
    void aPictureThatExistsIsNeverPaidForTwice() {
        garden.write(KEY, new byte[] {1});

        fixture.handle(order(KEY, ",\"taskToken\":\"t\""), order(KEY, ""));

        assertThat(fixture.textModel.painted).isEmpty();
        assertThat(fixture.callbacks.told.get("t")).contains("succeeded");
    }

    @Test
    void whatWasMadeOnceIsNotMadeAgainAlthoughAGardenerRemovedIt() {
        garden.write("batches/1/done/0.json", new byte[] {1});

        fixture.handle(order(KEY, ",\"doneKey\":\"batches/1/done/0.json\""));

        assertThat(fixture.textModel.painted).isEmpty();
    }

    @Test
    void onePainterAtATime() {
        garden.write(LEASE, "{\"messageId\":\"other\",\"until\":\"2026-11-21T10:01:00Z\"}".getBytes(UTF_8));

        assertThat(fixture.handle(order(KEY, ""))).containsExactly("m");

        assertThat(fixture.textModel.painted).isEmpty();
        assertThat(fixture.queue.delays()).isNotEmpty();
    }

    @Test
    void theMessageOfADeadFunctionGoesOnAtOnce() {
        garden.write(LEASE, "{\"messageId\":\"m\",\"until\":\"2026-11-21T10:01:00Z\"}".getBytes(UTF_8));

        assertThat(fixture.handle(order(KEY, ""))).isEmpty();

        assertThat(fixture.textModel.painted).hasSize(1);
    }

    @Test
    void aPictureThatIsToBeNewerIsPaintedAnewOnceAndNotAgainByTheSameOrder() {
        garden.write("dashboard/man.png", new byte[] {1});
        SQSMessage order =
                order("dashboard/man.png", ",\"newerThan\":\"" + Instant.now().plusSeconds(2) + "\"");
        SQSMessage satisfied = order("dashboard/man.png", ",\"newerThan\":\"2026-01-01T00:00:00Z\"");

        fixture.handle(order);
        assertThat(garden.read("dashboard/man.png")).startsWith(0x89, 'P', 'N', 'G');
        fixture.handle(satisfied);

        assertThat(fixture.textModel.painted).hasSize(1);
    }

    @Test
    void aRefusalIsToldToTheBranchOrNotedWhereOneWouldLookForThePicture() {
        fixture.textModel.mood = () -> {
            throw new Refused("MODEL_REFUSED", "Withheld.");
        };

        assertThat(fixture.handle(order(KEY, ""), order(KEY, ",\"taskToken\":\"t\"")))
                .isEmpty();

        assertThat(garden.read(NOTE))
                .asString(UTF_8)
                .isEqualTo("{\"errorType\":\"booth.core.Refused\",\"errorMessage\":\"MODEL_REFUSED: Withheld.\"}");
        assertThat(fixture.callbacks.told.get("t")).startsWith("booth.core.Refused");
    }

    @Test
    void whatFailedBeforeIsForgottenOnceThereIsAPicture() {
        garden.write(NOTE, new byte[] {1});

        fixture.handle(order(KEY, ""));

        assertThat(garden.exists(NOTE)).isFalse();
    }

    @Test
    void aBusyModelLeavesTheOrderInTheQueueAndTheLeaseToOthers() {
        fixture.textModel.mood = () -> {
            throw new Busy("busy", new IllegalStateException());
        };

        assertThat(fixture.handle(order(KEY, ""))).containsExactly("m");

        assertThat(fixture.queue.delays()).containsExactly(Map.entry("receipt-m", Duration.ofSeconds(5)));
        assertThat(garden.exists(NOTE)).isFalse();
        assertThat(garden.read(LEASE)).asString(UTF_8).contains("2026-11-21T10:00:00Z");
    }

    @Test
    void aCanceledOrderIsDroppedBeforeItCostsAnything() {
        garden.write("batches/1/canceled-0.json", new byte[] {1});

        assertThat(fixture.handle(order(
                        KEY,
                        ",\"taskToken\":\"t\",\"unlessKey\":\"batches/1/canceled-0.json\","
                                + "\"failureKey\":\"batches/1/failed/0.json\"")))
                .isEmpty();

        assertThat(fixture.textModel.painted).isEmpty();
        assertThat(fixture.callbacks.told.get("t")).startsWith("Booth.Canceled");
        assertThat(garden.exists(LEASE)).isFalse();
        assertThat(garden.exists("batches/1/failed/0.json")).as("a failure").isFalse();
    }

    @Test
    void anOrderOfAPlanIsLookedUpThere() {
        garden.write(
                "batches/1/plan.json",
                ("{\"orders\":[" + json("emotions/sad/a.jpeg", "") + "," + json(KEY, "") + "]}").getBytes(UTF_8));

        assertThat(fixture.handle(planned("batches/1/plan.json", 1))).isEmpty();

        assertThat(garden.exists(KEY)).isTrue();
        assertThat(fixture.callbacks.told.get("t")).contains(KEY);
    }

    @Test
    void anOrderWhosePlanIsGoneIsDropped() {
        assertThat(fixture.handle(planned("batches/1/plan.json", 0))).isEmpty();

        assertThat(fixture.callbacks.told.get("t")).startsWith("Booth.Canceled");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "profile/you.jpeg",
                "photo/0123456789abcdef0123456789abcdef/photo_a_1.jpeg",
                "likes/a.jpeg",
                "emotions/../profile/a.jpeg",
                "emotions//a.jpeg",
                "emotions/a/b/c/d.jpeg",
                "emotions/happy/a.html",
                "/emotions/happy/a.jpeg",
                "dashboard/man.png/a.json",
                "batches/1/plan.json",
                "a.jpeg",
                "emotions/hap\\npy/a.jpeg"
            })
    void aHostileOrderWritesNothingOver(String key) {
        assertThat(fixture.handle(order(key, ""))).containsExactly("m");

        assertThat(fixture.textModel.painted).isEmpty();
        assertThat(garden.list("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",\"failureKey\":\"emotions/happy/a.json\"",
                ",\"doneKey\":\"likes/a.json\"",
                ",\"unlessKey\":\"orders/../keys/a.json\"",
                ",\"steps\":1000",
                ",\"seed\":-1",
                ",\"bucket\":\"another\""
            })
    void anOrderThatMakesNoSenseIsNotFilled(String more) {
        assertThat(fixture.handle(order(KEY, more))).containsExactly("m");

        assertThat(fixture.textModel.painted).isEmpty();
    }

    @Test
    void anOrderForAGuestThatIsUnderWayIsStillUnderstood() {
        assertThat(fixture.handle(GenerateFixture.order(1), order(KEY, ""))).isEmpty();

        assertThat(fixture.model.paintedPrompts).hasSize(1);
        assertThat(fixture.textModel.painted).hasSize(1);
    }

    private static SQSMessage planned(String plan, int item) {
        return message("{\"kind\":\"planned-text-to-image\",\"plan\":\"" + plan + "\",\"item\":" + item
                + ",\"taskToken\":\"t\"}");
    }

    private static SQSMessage order(String key, String more) {
        return message(json(key, more));
    }

    private static String json(String key, String more) {
        return "{\"kind\":\"text-to-image\",\"key\":\"" + key
                + "\",\"prompt\":\"a garden\",\"width\":1280,\"height\":800" + more + "}";
    }

    private static SQSMessage message(String body) {
        return GenerateFixture.message("m", body);
    }
}
