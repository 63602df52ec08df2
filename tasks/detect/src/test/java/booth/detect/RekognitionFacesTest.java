package booth.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.aws.Clients;
import booth.core.Busy;
import booth.core.Json;
import booth.core.Refused;
import booth.core.StubServer;
import booth.core.StubServer.Call;
import booth.core.StubServer.Reply;
import booth.core.image.ImageBytes;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Base64;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.RekognitionException;

class RekognitionFacesTest {
    private static final String FACE =
            "{\"BoundingBox\":{\"Width\":0.25,\"Height\":0.5,\"Left\":-0.125,\"Top\":0.1},\"AgeRange\":{\"Low\":20,\"High\":30},"
                    + "\"Smile\":{\"Value\":true,\"Confidence\":97.5},\"Emotions\":[{\"Type\":\"HAPPY\",\"Confidence\":99.1}],"
                    + "\"Landmarks\":[{\"Type\":\"eyeLeft\",\"X\":0.3,\"Y\":0.4}],\"Confidence\":99.9}";
    private static final String LABELS =
            "{\"Labels\":[{\"Name\":\"Glasses\",\"Confidence\":90,\"Instances\":[{\"BoundingBox\":{\"Width\":0.5,\"Height\":0.25,"
                    + "\"Left\":0.125,\"Top\":0.75},\"Confidence\":88.5}]},{\"Name\":\"Sunglasses\",\"Instances\":[]}]}";

    private Function<Call, Reply> answers =
            call -> isFaces(call) ? Reply.of(200, "{\"FaceDetails\":[" + FACE + "]}") : Reply.of(200, LABELS);
    private final StubServer server = new StubServer(call -> answers.apply(call));
    private final FaceDetector detector = new RekognitionFaces(Clients.build(
            RekognitionClient.builder()
                    .endpointOverride(server.url())
                    .region(Region.US_EAST_1)
                    .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"))),
            Duration.ofSeconds(5)));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void primingShowsBothOperationsWhatIsNoPicture() {
        answers = call -> Reply.error(400, "InvalidImageFormatException", "no picture");

        detector.prime();

        assertThat(server.calls())
                .extracting(call -> call.header("X-Amz-Target"))
                .containsExactly("RekognitionService.DetectFaces", "RekognitionService.DetectLabels");
        assertThat(server.calls()).allSatisfy(call -> assertThat(call.body()).contains("\"Bytes\":\"AA==\""));
    }

    @Test
    void facesComeWithEverythingThatWasSaidOfThem() throws JsonProcessingException {
        FaceDetector.SeenFace face = detector.look(noise(1024, 640)).faces().get(0);

        assertThat(face.area()).isEqualTo(new FaceDetector.Area(-0.125, 0.1f, 0.25, 0.5));
        assertThat(Json.MAPPER.readTree(face.attributes().toString())).isEqualTo(Json.MAPPER.readTree(FACE));
    }

    @Test
    void glassesComeWithTheirConfidence() {
        assertThat(detector.look(noise(1024, 640)).glasses())
                .containsExactly(new FaceDetector.SeenGlasses(new FaceDetector.Area(0.125, 0.75, 0.5, 0.25), 88.5));
    }

    @Test
    void oneCallAsksForAllAttributesAndOneForBothKindsOfGlasses() throws JsonProcessingException {
        detector.look(noise(1024, 640));

        assertThat(server.calls()).hasSize(2);
        for (Call call : server.calls()) {
            JsonNode body = Json.MAPPER.readTree(call.body());
            byte[] image = Base64.getDecoder().decode(body.at("/Image/Bytes").asText());
            assertThat(ImageBytes.decode("sent", image).getWidth()).isEqualTo(1024);
            ((com.fasterxml.jackson.databind.node.ObjectNode) body).remove("Image");
            assertThat(body)
                    .isEqualTo(
                            Json.MAPPER.readTree(
                                    isFaces(call)
                                            ? "{\"Attributes\":[\"ALL\"]}"
                                            : "{\"MaxLabels\":15,\"MinConfidence\":70.0,\"Features\":[\"GENERAL_LABELS\"],\"Settings\":"
                                                    + "{\"GeneralLabels\":{\"LabelInclusionFilters\":[\"Glasses\",\"Sunglasses\"]}}}"));
        }
    }

    @Test
    void evenNoiseStaysUnderTheFiveMegabytesThatAreTaken() {
        assertThat(ImageBytes.jpeg(noise(1024, 1024), 1)).hasSizeLessThan(5 << 20);
    }

    @Test
    void throttlingIsBusy() {
        answers = call -> Reply.error(400, "ProvisionedThroughputExceededException", "slow down");

        assertThatThrownBy(() -> detector.look(noise(1024, 640))).isInstanceOf(Busy.class);
    }

    @Test
    void anOutageOfOneOfTheTwoIsBusy() {
        Function<Call, Reply> healthy = answers;
        answers = call -> isFaces(call) ? healthy.apply(call) : Reply.error(500, "InternalServerError", "sorry");

        assertThatThrownBy(() -> detector.look(noise(1024, 640))).isInstanceOf(Busy.class);
    }

    @Test
    void aForbiddenCallIsAnIncident() {
        answers = call -> Reply.error(400, "AccessDeniedException", "no");

        assertThatThrownBy(() -> detector.look(noise(1024, 640))).isInstanceOf(RekognitionException.class);
    }

    @Test
    void aFrameNarrowerThanItTakesIsRefusedWithoutACall() {
        assertThatThrownBy(() -> detector.look(noise(1024, 64)))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("PHOTO_TOO_NARROW: ");
        assertThat(server.calls()).isEmpty();
    }

    private static boolean isFaces(Call call) {
        return call.header("X-Amz-Target").equals("RekognitionService.DetectFaces");
    }

    private static BufferedImage noise(int width, int height) {
        Random random = new Random(1);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) for (int x = 0; x < width; x++) image.setRGB(x, y, random.nextInt());
        return image;
    }
}
