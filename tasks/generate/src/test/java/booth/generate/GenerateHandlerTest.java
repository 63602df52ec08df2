package booth.generate;

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
import org.junit.jupiter.api.Test;

class GenerateHandlerTest {
    private final Studio studio = new Studio();

    @Test
    void anOrderBecomesAPictureAndItsBranchIsTold() {
        assertThat(studio.handle(Studio.order(2))).isEmpty();

        assertThat(studio.branches.told)
                .containsExactly(Map.entry(
                        "token-2", "{\"index\":2,\"status\":\"succeeded\",\"key\":\"" + Studio.picture(2) + "\"}"));
        assertThat(studio.model.paintedPrompts).containsExactly("a city at night");
    }

    @Test
    void thePictureIsAJpegOfTheFramesSizeThatKeepsTheFace() {
        studio.handle(Studio.order(1));

        byte[] bytes = studio.folder.read(Studio.picture(1));
        assertThat(bytes).startsWith(0xff, 0xd8, 0xff);
        BufferedImage picture = ImageBytes.decode("picture", bytes);
        assertThat(picture.getWidth()).isEqualTo(Studio.WIDTH);
        assertThat(picture.getHeight()).isEqualTo(Studio.HEIGHT);
        assertThat(Pixels.meanDifference(picture, studio.frame, Studio.FACE)).isLessThan(3);
        assertThat(Pixels.meanDifference(picture, studio.frame, new PixelRect(0, 0, 140, 256)))
                .isGreaterThan(40);
    }

    @Test
    void aJobsOwnTextsReplaceTheConfiguredOnesAsFarAsTheyGo() {
        studio.handle(Studio.order(1, "a pirate ship"), Studio.order(2, "a pirate ship"));

        assertThat(studio.model.paintedPrompts).containsExactly("a pirate ship", "a city at night");
    }

    @Test
    void aPictureThatExistsIsNotPaidAgain() {
        byte[] first = {1, 2, 3};
        studio.folder.write(Studio.picture(1), first);

        assertThat(studio.handle(Studio.order(1), Studio.order(1))).isEmpty();

        assertThat(studio.model.paintedPrompts).isEmpty();
        assertThat(studio.folder.read(Studio.picture(1))).isEqualTo(first);
        assertThat(studio.branches.told.get("token-1")).contains("succeeded");
    }

    @Test
    void ofTwoDeliveriesThatPaintAtOnceTheFirstToFinishStays() {
        byte[] first = {1, 2, 3};
        studio.model.mood = () -> studio.folder.write(Studio.picture(1), first);

        assertThat(studio.handle(Studio.order(1))).isEmpty();

        assertThat(studio.folder.read(Studio.picture(1))).isEqualTo(first);
    }

    @Test
    void aRefusalFailsTheBranchAndTheOrderIsDone() {
        studio.model.mood = () -> {
            throw new Refused("MODEL_REFUSED", "The image model withheld the picture.");
        };

        assertThat(studio.handle(Studio.order(3))).isEmpty();

        assertThat(studio.branches.told)
                .containsExactly(Map.entry(
                        "token-3",
                        "booth.core.Refused {\"errorType\":\"booth.core.Refused\",\"errorMessage\":"
                                + "\"MODEL_REFUSED: The image model withheld the picture.\"}"));
        assertThat(studio.waits).isEmpty();
    }

    @Test
    void aBusyModelLeavesTheOrderInTheQueueForLongerEachTime() {
        studio.model.mood = () -> {
            throw new Busy("Every region is busy", new IllegalStateException());
        };
        var order = Studio.order(1);
        order.setAttributes(Map.of("ApproximateReceiveCount", "3"));

        assertThat(studio.handle(order)).containsExactly("m1");

        assertThat(studio.waits).containsExactly(Map.entry("receipt-m1", Duration.ofSeconds(20)));
        assertThat(studio.branches.told).isEmpty();
        assertThat(studio.log).singleElement().asString().contains("\"event\":\"busy\"", "\"index\":1");
    }

    @Test
    void anEventAsLambdaReadsItIsUnderstood() {
        studio.model.mood = () -> {
            throw new Busy("Every region is busy", new IllegalStateException());
        };
        String json = "{\"Records\":[{\"messageId\":\"m\",\"receiptHandle\":\"receipt-m\",\"body\":"
                + Json.text(Studio.order(1).getBody())
                + ",\"attributes\":{\"ApproximateReceiveCount\":\"2\",\"SentTimestamp\":\"1763719200000\"},"
                + "\"messageAttributes\":{},\"md5OfBody\":\"x\",\"eventSource\":\"aws:sqs\","
                + "\"eventSourceARN\":\"arn:aws:sqs:us-west-2:000000000000:generation\",\"awsRegion\":\"us-west-2\"}]}";
        SQSEvent event = LambdaEventSerializers.serializerFor(
                        SQSEvent.class, getClass().getClassLoader())
                .fromJson(json);

        assertThat(studio.handler()
                        .handleRequest(event, NoContext.withTimeLeft(Studio.TIME_LEFT))
                        .getBatchItemFailures())
                .hasSize(1);

        assertThat(studio.waits).containsExactly(Map.entry("receipt-m", Duration.ofSeconds(10)));
    }

    @Test
    void anIncidentIsLoggedOnceAndLeavesTheOrderToTheQueue() {
        studio.folder.delete(Studio.key("frame.png"));
        var order = Studio.order(1);
        order.setAttributes(Map.of("ApproximateReceiveCount", "9"));

        assertThat(studio.handle(order)).containsExactly("m1");

        assertThat(studio.waits).containsExactly(Map.entry("receipt-m1", Duration.ofSeconds(10)));

        assertThat(studio.branches.told).isEmpty();
        assertThat(studio.log)
                .singleElement()
                .asString()
                .contains("\"event\":\"incident\"", Studio.JOB.value(), "java.lang.IllegalStateException", "frame.png");
    }

    @Test
    void aPoisonMessageHarmsNobody() {
        assertThat(studio.handle(
                        Studio.order(1),
                        Studio.message("text", "hello"),
                        Studio.message("empty", "{}"),
                        Studio.message("stranger", Studio.order(2).getBody().replace("0123456789abcdef", "x")),
                        Studio.order(3)))
                .containsExactly("text", "empty", "stranger");

        assertThat(studio.branches.told).containsOnlyKeys("token-1", "token-3");
        assertThat(studio.model.paintedPrompts).hasSize(2);
    }

    @Test
    void anOrderForAnotherJobsFolderIsNotFilled() {
        String elsewhere = Studio.order(1).getBody().replace(Studio.picture(1), "photo/" + "f".repeat(32) + "/a.jpeg");

        assertThat(studio.handle(Studio.message("m", elsewhere))).containsExactly("m");

        assertThat(studio.model.paintedPrompts).isEmpty();
    }

    @Test
    void whenNobodyWaitsAnyMoreTheOrderIsDroppedAndThePictureStays() {
        studio.branches.gone.add("token-1");

        assertThat(studio.handle(Studio.order(1))).isEmpty();

        assertThat(studio.folder.exists(Studio.picture(1))).isTrue();
        assertThat(String.join("\n", studio.log)).contains("nobody_waits");
    }

    @Test
    void noGuestsWordsReachTheLog() {
        studio.handle(Studio.order(1, "my secret wish"), Studio.message("text", "my secret wish"));

        assertThat(String.join("\n", studio.log)).doesNotContain("secret");
    }

    @Test
    void configurationThatCannotWorkIsSaidAtTheStart() {
        assertThatThrownBy(() -> new GenerateHandler(Map.of("PROMPTS", "[\"one\",\"two\"]")))
                .hasMessageContaining("three texts");
        assertThatThrownBy(() -> new GenerateHandler(Map.of())).hasMessageContaining("PROMPTS");
        assertThatThrownBy(() -> Dialect.named("nova")).hasMessageContaining("titan or stability");
    }
}
