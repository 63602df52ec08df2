package booth.garden.mood;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Json;
import booth.core.image.ImageBytes;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class MoodHandlerTest {
    private final MoodFixture fixture = new MoodFixture();

    @Test
    void aFaceIsAnsweredWithExactlyTheDocumentedFields() {
        APIGatewayV2HTTPResponse answer = fixture.post(MoodFixture.photo());

        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(answer.getBody())
                .isEqualTo("{\"id\":\"guest-1\",\"bucket\":\"garden-bucket\",\"key\":\"profile/guest-1.jpeg\","
                        + "\"ageRange\":{\"Low\":23,\"High\":31},\"smile\":true,\"eyeglasses\":false,"
                        + "\"sunglasses\":false,\"gender\":\"Female\",\"beard\":false,\"mustache\":false,"
                        + "\"eyesOpen\":true,\"mouthOpen\":false,\"emotions\":\"HAPPY\",\"generation\":\"adult\"}");
        assertThat(answer.getHeaders()).containsEntry("cache-control", "no-store");
    }

    @Test
    void thePhotoIsStoredWhileItIsLookedAtAndGoneWithTheAnswer() {
        AtomicReference<Boolean> there = new AtomicReference<>(false);
        fixture.garden = new MoodFixture.Witness(fixture.memory, fixture.everStored) {
            @Override
            public void delete(String key) {
                there.set(fixture.memory.exists(key));
                super.delete(key);
            }
        };

        fixture.post(MoodFixture.photo());

        assertThat(fixture.everStored).containsExactly("profile/guest-1.jpeg");
        assertThat(there).hasValue(true);
        assertThat(fixture.memory.list("")).isEmpty();
    }

    @Test
    void headersMayBeWrittenInAnyCase() throws JsonProcessingException {
        for (String name : new String[] {"X-user-id", "x-user-id", "X-USER-ID"})
            assertThat(json(fixture.post(MoodFixture.photo(), Map.of("CONTENT-type", "image/jpeg", name, "ada")))
                            .path("id")
                            .asText())
                    .isEqualTo("ada");
    }

    @Test
    void whoGivesNoIdGetsOne() throws JsonProcessingException {
        JsonNode answer = json(fixture.post(MoodFixture.photo(), Map.of("Content-Type", "image/jpeg")));

        String id = answer.path("id").asText();
        assertThat(UUID.fromString(id)).hasToString(id);
        assertThat(answer.path("key").asText()).isEqualTo("profile/" + id + ".jpeg");
    }

    @Test
    void anIdThatIsNoneReachesNoKey() {
        for (String id : new String[] {"../keys/a", "a/b", "a b", "\u0000", "x".repeat(129)}) {
            APIGatewayV2HTTPResponse answer = fixture.post(MoodFixture.photo(), Map.of("x-user-id", id));

            assertThat(answer.getStatusCode()).as(id).isEqualTo(400);
            assertThat(answer.getBody()).contains("INVALID_ID");
        }
        assertThat(fixture.everStored).isEmpty();
    }

    @Test
    void whereNoFaceIsTheAnswerSaysSoAndThePhotoIsGone() {
        fixture.reader = jpeg -> Optional.empty();

        APIGatewayV2HTTPResponse answer = fixture.post(MoodFixture.photo());

        assertThat(answer.getStatusCode()).isEqualTo(404);
        assertThat(answer.getBody()).isEqualTo("No Face");
        assertThat(answer.getHeaders().get("content-type")).startsWith("text/plain");
        assertThat(fixture.everStored).hasSize(1);
        assertThat(fixture.memory.list("")).isEmpty();
        assertThat(fixture.met).isEmpty();
    }

    @Test
    void aPhotoOfACameraThatWasTurnedIsLookedAtUpright() {
        AtomicReference<BufferedImage> looked = new AtomicReference<>();
        fixture.reader = jpeg -> {
            looked.set(ImageBytes.decode("the photo", jpeg));
            return Optional.of(MoodFixture.SMILING);
        };

        fixture.post(MoodFixture.turnedRight(MoodFixture.photo()));

        BufferedImage upright = Optional.ofNullable(looked.get()).orElseThrow();
        assertThat(upright.getHeight()).isGreaterThan(upright.getWidth());
        assertThat(red(upright, upright.getWidth() / 2, 20))
                .as("left has become top")
                .isGreaterThan(200);
        assertThat(red(upright, upright.getWidth() / 2, upright.getHeight() - 20))
                .isLessThan(50);
    }

    @Test
    void aPngIsTakenToo() {
        assertThat(fixture.post(ImageBytes.png(MoodFixture.picture(300, 300))).getStatusCode())
                .isEqualTo(200);
    }

    @Test
    void whoIsToKnowTheGuestIsTold() {
        fixture.post(MoodFixture.photo());

        assertThat(fixture.met).containsExactly("guest-1 adult Female HAPPY");
    }

    @Test
    void theGuestHearsHisMoodAlsoWhenNobodyRemembersHim() {
        fixture.acquaintance = (guest, generation, gender, emotion) -> {
            throw new IllegalStateException("no such dataset");
        };

        assertThat(fixture.post(MoodFixture.photo()).getStatusCode()).isEqualTo(200);
        assertThat(fixture.log).anyMatch(line -> line.contains("guest_not_remembered"));
    }

    @Test
    void theLogNamesNoGuest() {
        fixture.post(MoodFixture.photo());

        assertThat(fixture.log).isNotEmpty().noneMatch(line -> line.contains("guest-1"));
    }

    private static int red(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) >> 16 & 0xff;
    }

    private static JsonNode json(APIGatewayV2HTTPResponse answer) throws JsonProcessingException {
        return Json.MAPPER.readTree(answer.getBody());
    }
}
