package booth.api;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.job.Status;
import booth.http.Access;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PresignUploadTest {
    /** Of 67 syllables with three bytes each. */
    private static final String LONG = "사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사";

    private final Client client = new Client();

    @Test
    void theAnswerIsJsonInsideAString() {
        Reply reply = client.upload("photo", "x.jpg", "image/jpeg");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("statusCode").intValue()).isEqualTo(200);
        assertThat(reply.json().path("body").isTextual()).isTrue();
        assertThat(reply.json()).hasSize(2);
        client.fixture.contract.isA("UploadPlace", reply.at("/body"));
    }

    @Test
    void aPhotoHasItsPlaceForFiveMinutesAndThisTypeOnly() {
        JsonNode place = Client.inner(client.upload("photo", "x.jpg", "image/jpeg"));

        assertThat(place.path("Bucket").asText()).isEqualTo("uploads");
        assertThat(place.path("Key").asText()).matches("photo/[0-9a-f]{32}/x\\.jpg");
        assertThat(place.path("Expires").intValue()).isEqualTo(300);
        assertThat(place.path("ContentType").asText()).isEqualTo("image/jpeg");
        assertThat(place.path("UploadURL").asText())
                .contains(
                        "/" + place.path("Key").asText() + "?",
                        "X-Amz-Expires=300",
                        "X-Amz-SignedHeaders=content-type%3Bhost");
    }

    @Test
    void anyOtherTypeIsAFileThatStartsNothing() {
        JsonNode place = Client.inner(client.upload("menu", "x", "image/png"));

        assertThat(place.path("Key").asText()).matches("docs/[0-9a-f]{32}/x");
        assertThat(place.path("ContentType").asText()).isEqualTo("image/png");
        assertThat(client.fixture.store.list("photo/")).isEmpty();
    }

    @Test
    void equalFileNamesNeverMeet() {
        assertThat(client.place("x.jpg")).isNotEqualTo(client.place("x.jpg"));
    }

    @Test
    void thePhotosJobIsHeldAndLooksAsIfItWaited() {
        String key = client.place("x.jpg");

        assertThat(client.job(key).status()).isEqualTo(Status.HELD);
        assertThat(client.job(key).request().booth()).isEqualTo("public");
        assertThat(client.fixture.get("/v1/jobs/" + Client.id(key)).at("/status"))
                .isEqualTo("awaiting_upload");
    }

    @Test
    void aKeyThatIsSentSaysWhoseJobItIs() {
        Reply reply = client.upload("photo", "x.jpg", "image/jpeg", client.fixture.keyOf("hall"));

        String key = Client.inner(reply).path("Key").asText();
        assertThat(client.job(key).request().booth()).isEqualTo("hall");
    }

    @Test
    void aKeyThatIsNoneIsRefused() {
        Reply reply = client.upload("photo", "x.jpg", "image/jpeg", ApiFixture.bearer("pb_" + "A".repeat(43)));

        assertThat(reply.status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a", "a/b.jpg", "a\\\\b.jpg", "..", "", "a\\u0000.jpg", "a\\ud800.jpg", LONG})
    void aFileNameThatIsNoneIsRefused(String filename) {
        Reply reply = client.upload("photo", filename, "image/jpeg");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("INVALID_FILENAME");
        assertThat(client.fixture.store.list("photo/")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "photo, image/gif, UNSUPPORTED_TYPE",
        "docs, application/pdf, UNSUPPORTED_TYPE",
        "docs, image/svg+xml, UNSUPPORTED_TYPE",
        "docs, nonsense, UNSUPPORTED_TYPE",
        "docs, 'text/plain\\r\\nx: y', UNSUPPORTED_TYPE"
    })
    void aTypeThatCannotBeIsRefused(String type, String contentType, String code) {
        Reply reply = client.upload(type, "x", contentType);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"15728641, PHOTO_TOO_LARGE", "0, EMPTY_PHOTO"})
    void aLengthThatIsSaidIsSignedUnlessItCannotBe(long length, String code) {
        for (String type : List.of("photo", "docs")) {
            Reply refused = sized(type, length);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.code()).isEqualTo(code);
            assertThat(Client.inner(sized(type, 15_728_640)).path("UploadURL").asText())
                    .contains("X-Amz-SignedHeaders=content-length%3Bcontent-type%3Bhost");
        }
    }

    private Reply sized(String type, long length) {
        return client.fixture.ask(
                "POST",
                "/upload",
                Map.of(),
                "{\"type\":\"" + type + "\",\"filename\":\"x\",\"contentType\":\"image/png\",\"contentLength\":"
                        + length + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"photo_1.jpg", "mask_a.png"})
    void aPhotoMayBeCalledLikeOneOfOurs(String filename) {
        assertThat(client.place(filename)).endsWith("/" + filename);
    }

    @Test
    void otherFilesHaveNoLongerNamesEither() {
        assertThat(client.upload("docs", LONG, "image/png").code()).isEqualTo("INVALID_FILENAME");
    }

    @Test
    void otherFilesHaveNoFoldersInTheirNamesEither() {
        assertThat(client.upload("docs", "../a", "image/png").code()).isEqualTo("INVALID_FILENAME");
    }

    @Test
    void anAddressHasARate() {
        for (int i = 0; i < Access.PER_ADDRESS; i++)
            assertThat(client.upload("docs", "x", "image/png").status()).isEqualTo(200);

        assertThat(client.upload("docs", "x", "image/png").status()).isEqualTo(429);
        assertThat(client.upload("docs", "x", "image/png", client.fixture.keyOf("hall"))
                        .status())
                .isEqualTo(200);
        client.fixture.address = "203.0.113.8";
        assertThat(client.upload("docs", "x", "image/png").status()).isEqualTo(200);
    }

    @Test
    void aPageOfAnyOriginMayAskAndSend() {
        Map<String, String> page = Map.of("origin", "https://old.example");

        assertThat(client.upload("photo", "x.jpg", "image/jpeg", page).header("access-control-allow-origin"))
                .isEqualTo("*");
        assertThat(client.fixture
                        .ask("OPTIONS", "/upload", ApiFixture.and(page, "access-control-request-method", "POST"), "")
                        .header("access-control-allow-origin"))
                .isEqualTo("*");
    }
}
