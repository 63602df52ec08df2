package booth.generate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Busy;
import booth.core.Json;
import booth.core.Refused;
import booth.core.function.NoContext;
import booth.core.image.ImageBytes;
import booth.core.image.PixelRect;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GenerateHandlerTest {
    private final GenerateFixture fixture = new GenerateFixture();

    @Test
    void anOrderBecomesAPictureAndItsBranchIsTold() {
        assertThat(fixture.handle(GenerateFixture.order(2))).isEmpty();

        assertThat(fixture.callbacks.told)
                .containsExactly(Map.entry(
                        "token-2",
                        "{\"index\":2,\"status\":\"succeeded\",\"key\":\"" + GenerateFixture.picture(2) + "\"}"));
        assertThat(fixture.model.paintedPrompts).containsExactly("a city at night");
    }

    @Test
    void thePictureIsAJpegOfTheFramesSizeThatKeepsTheFace() {
        fixture.handle(GenerateFixture.order(1));

        byte[] bytes = fixture.store.read(GenerateFixture.picture(1));
        assertThat(bytes).startsWith(0xff, 0xd8, 0xff);
        BufferedImage picture = ImageBytes.decode("picture", bytes);
        assertThat(picture.getWidth()).isEqualTo(GenerateFixture.WIDTH);
        assertThat(picture.getHeight()).isEqualTo(GenerateFixture.HEIGHT);
        assertThat(Pixels.meanDifference(picture, fixture.frame, GenerateFixture.FACE))
                .isLessThan(3);
        assertThat(Pixels.meanDifference(picture, fixture.frame, new PixelRect(0, 0, 140, 256)))
                .isGreaterThan(40);
    }

    @Test
    void thePictureSaysThatAMachinePaintedPartOfIt() {
        fixture.handle(GenerateFixture.order(1));

        assertThat(new String(fixture.store.read(GenerateFixture.picture(1)), ISO_8859_1))
                .contains("/digitalsourcetype/compositeWithTrainedAlgorithmicMedia\"");
    }

    @Test
    void aJobsOwnTextsReplaceTheConfiguredOnesAsFarAsTheyGo() {
        fixture.handle(GenerateFixture.order(1, "a pirate ship"), GenerateFixture.order(2, "a pirate ship"));

        assertThat(fixture.model.paintedPrompts).containsExactly("a pirate ship", "a city at night");
    }

    @Test
    void aPictureThatExistsIsNotPaidAgain() {
        byte[] first = {1, 2, 3};
        fixture.store.write(GenerateFixture.picture(1), first);

        assertThat(fixture.handle(GenerateFixture.order(1), GenerateFixture.order(1)))
                .isEmpty();

        assertThat(fixture.model.paintedPrompts).isEmpty();
        assertThat(fixture.store.read(GenerateFixture.picture(1))).isEqualTo(first);
        assertThat(fixture.callbacks.told.get("token-1")).contains("succeeded");
    }

    @Test
    void ofTwoDeliveriesThatPaintAtOnceTheFirstToFinishStays() {
        byte[] first = {1, 2, 3};
        fixture.model.mood = () -> fixture.store.write(GenerateFixture.picture(1), first);

        assertThat(fixture.handle(GenerateFixture.order(1))).isEmpty();

        assertThat(fixture.store.read(GenerateFixture.picture(1))).isEqualTo(first);
    }

    @Test
    void aRefusalFailsTheBranchAndTheOrderIsDone() {
        fixture.model.mood = () -> {
            throw new Refused("MODEL_REFUSED", "The image model withheld the picture.");
        };

        assertThat(fixture.handle(GenerateFixture.order(3))).isEmpty();

        assertThat(fixture.callbacks.told)
                .containsExactly(Map.entry(
                        "token-3",
                        "booth.core.Refused {\"errorType\":\"booth.core.Refused\",\"errorMessage\":"
                                + "\"MODEL_REFUSED: The image model withheld the picture.\"}"));
        assertThat(fixture.queue.delays()).isEmpty();
    }

    @Test
    void aBusyModelLeavesTheOrderInTheQueueForLongerEachTime() {
        fixture.model.mood = () -> {
            throw new Busy("Every region is busy", new IllegalStateException());
        };
        var order = GenerateFixture.order(1);
        order.setAttributes(Map.of("ApproximateReceiveCount", "3"));

        assertThat(fixture.handle(order)).containsExactly("m1");

        assertThat(fixture.queue.delays()).containsExactly(Map.entry("receipt-m1", Duration.ofSeconds(20)));
        assertThat(fixture.callbacks.told).isEmpty();
        assertThat(fixture.log).singleElement().asString().contains("\"event\":\"busy\"", "\"index\":1");
    }

    @Test
    void anEventAsLambdaReadsItIsUnderstood() {
        fixture.model.mood = () -> {
            throw new Busy("Every region is busy", new IllegalStateException());
        };
        String json = "{\"Records\":[{\"messageId\":\"m\",\"receiptHandle\":\"receipt-m\",\"body\":"
                + Json.text(GenerateFixture.order(1).getBody())
                + ",\"attributes\":{\"ApproximateReceiveCount\":\"2\",\"SentTimestamp\":\"1763719200000\"},"
                + "\"messageAttributes\":{},\"md5OfBody\":\"x\",\"eventSource\":\"aws:sqs\","
                + "\"eventSourceARN\":\"arn:aws:sqs:us-west-2:000000000000:generation\",\"awsRegion\":\"us-west-2\"}]}";
        SQSEvent event = LambdaEventSerializers.serializerFor(
                        SQSEvent.class, getClass().getClassLoader())
                .fromJson(json);

        assertThat(fixture.handler()
                        .handleRequest(event, NoContext.withTimeLeft(GenerateFixture.TIME_LEFT))
                        .getBatchItemFailures())
                .hasSize(1);

        assertThat(fixture.queue.delays()).containsExactly(Map.entry("receipt-m", Duration.ofSeconds(10)));
    }

    @Test
    void anIncidentIsLoggedOnceAndLeavesTheOrderToTheQueue() {
        fixture.store.delete(GenerateFixture.key("frame.png"));
        var order = GenerateFixture.order(1);
        order.setAttributes(Map.of("ApproximateReceiveCount", "9"));

        assertThat(fixture.handle(order)).containsExactly("m1");

        assertThat(fixture.queue.delays()).containsExactly(Map.entry("receipt-m1", Duration.ofSeconds(10)));

        assertThat(fixture.callbacks.told).isEmpty();
        assertThat(fixture.log)
                .singleElement()
                .asString()
                .contains(
                        "\"event\":\"incident\"",
                        GenerateFixture.JOB.value(),
                        "java.lang.IllegalStateException",
                        "frame.png");
    }

    @Test
    void aModelThatCannotBeUsedFailsTheBranchAtOnceUnderItsOwnName() {
        fixture.model.mood = () -> {
            throw new ModelUnavailable("No access; subscribe once.", new IllegalStateException());
        };

        assertThat(fixture.handle(GenerateFixture.order(1))).isEmpty();

        assertThat(fixture.callbacks.told)
                .containsExactly(Map.entry(
                        "token-1",
                        "booth.generate.ModelUnavailable {\"errorType\":\"booth.generate.ModelUnavailable\","
                                + "\"errorMessage\":\"No access; subscribe once.\"}"));
        assertThat(fixture.queue.delays()).isEmpty();
        assertThat(fixture.log).singleElement().asString().contains("\"event\":\"incident\"", "subscribe once");
    }

    @Test
    void onceTheModelIsMendedAReplayPaints() {
        fixture.model.mood = () -> {
            throw new ModelUnavailable("No access; subscribe once.", new IllegalStateException());
        };
        fixture.handle(GenerateFixture.order(1));
        fixture.model.mood = () -> {};

        fixture.handle(GenerateFixture.message(
                "replayed", GenerateFixture.orderOf(GenerateFixture.JOB + "-r0", "token-again", 1)));

        assertThat(fixture.callbacks.told.get("token-again")).contains("succeeded");
    }

    @Test
    void aPoisonMessageHarmsNobody() {
        assertThat(fixture.handle(
                        GenerateFixture.order(1),
                        GenerateFixture.message("text", "hello"),
                        GenerateFixture.message("empty", "{}"),
                        GenerateFixture.message(
                                "stranger", GenerateFixture.order(2).getBody().replace("0123456789abcdef", "x")),
                        GenerateFixture.order(3)))
                .containsExactly("text", "empty", "stranger");

        assertThat(fixture.callbacks.told).containsOnlyKeys("token-1", "token-3");
        assertThat(fixture.model.paintedPrompts).hasSize(2);
    }

    @Test
    void anOrderForAnotherJobsFolderIsNotFilled() {
        String elsewhere = GenerateFixture.order(1)
                .getBody()
                .replace(GenerateFixture.picture(1), "photo/" + "f".repeat(32) + "/a.jpeg");

        assertThat(fixture.handle(GenerateFixture.message("m", elsewhere))).containsExactly("m");

        assertThat(fixture.model.paintedPrompts).isEmpty();
    }

    @Test
    void whenNobodyWaitsAnyMoreTheOrderIsDroppedAndThePictureStays() {
        fixture.callbacks.gone.add("token-1");

        assertThat(fixture.handle(GenerateFixture.order(1))).isEmpty();

        assertThat(fixture.store.exists(GenerateFixture.picture(1))).isTrue();
        assertThat(String.join("\n", fixture.log)).contains("nobody_waits");
    }

    @Test
    void noGuestsWordsReachTheLog() {
        fixture.handle(GenerateFixture.order(1, "my secret wish"), GenerateFixture.message("text", "my secret wish"));

        assertThat(String.join("\n", fixture.log)).doesNotContain("secret");
    }

    @Test
    void configurationThatCannotWorkIsSaidAtTheStart() {
        assertThatThrownBy(() -> new GenerateHandler(Map.of("PROMPTS", "[\"one\",\"two\"]")))
                .hasMessageContaining("three texts");
        assertThatThrownBy(() -> new GenerateHandler(Map.of())).hasMessageContaining("PROMPTS");
        assertThatThrownBy(() -> new Style(Optional.empty(), 11, "premium")).hasMessageContaining("CFG_SCALE");
        assertThatThrownBy(() -> new Style(Optional.empty(), 8, "best")).hasMessageContaining("QUALITY");
        assertThatThrownBy(() -> Dialect.named("nova", Style.USUAL)).hasMessageContaining("titan or stability");
    }
}
