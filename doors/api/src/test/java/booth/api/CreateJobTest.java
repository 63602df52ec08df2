package booth.api;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.access.BoothKeys;
import booth.core.job.Callback;
import booth.core.job.Job;
import booth.core.job.Seed;
import booth.core.job.Status;
import booth.http.Contract;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateJobTest extends WithABooth {
    /** Of 67 syllables with three bytes each. */
    private static final String LONG = "사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사사";

    @Test
    void anAnnouncedPhotoGetsAJobAndASignedUpload() {
        Reply reply = post(ApiFixture.PHOTO);

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.at("/status")).isEqualTo("awaiting_upload");
        assertThat(reply.header("location"))
                .isEqualTo("/v1/jobs/" + reply.job())
                .isEqualTo(reply.at("/links/self"));
        assertThat(reply.at("/upload/method")).isEqualTo("PUT");
        assertThat(reply.at("/upload/url")).contains("/photo/" + reply.job() + "/face.jpg?");
        assertThat(fixture.jobs.find(reply.job())).map(Job::status).contains(Status.AWAITING_UPLOAD);
    }

    @Test
    void theUploadIsGoodForFiveMinutesAndForThisTypeAndLengthOnly() {
        Reply reply = post(ApiFixture.PHOTO);

        assertThat(reply.at("/upload/url"))
                .contains("X-Amz-Expires=300", "X-Amz-SignedHeaders=content-length%3Bcontent-type%3Bhost");
        assertThat(reply.json().at("/upload/headers"))
                .isEqualTo(Contract.parse("{\"content-length\":\"2000000\",\"content-type\":\"image/jpeg\"}"));
    }

    @Test
    void withoutALengthAnyLengthIsSigned() {
        Reply reply = post("{\"filename\":\"face.png\",\"contentType\":\"image/png\"}");

        assertThat(reply.json().at("/upload/headers")).isEqualTo(Contract.parse("{\"content-type\":\"image/png\"}"));
    }

    @Test
    void whatTheBoothSaysReachesTheJob() {
        Reply reply = post("{\"filename\":\"face.jpg\",\"contentType\":\"image/jpeg\",\"id\":\"abc\","
                + "\"requestId\":\"r-1\",\"booth\":\"hall\",\"prompts\":[\"a meadow\"]}");

        Job job = fixture.jobs.find(reply.job()).orElseThrow();
        assertThat(job.request().requestId()).contains("r-1");
        assertThat(job.request().prompts()).containsExactly("a meadow");
        assertThat(job.request().booth()).isEqualTo("hall");
        assertThat(job.keys().picture(1)).isEqualTo("photo/" + job.jobId() + "/photo_abc_1.jpeg");
        assertThat(job.keys().mask()).isEqualTo("photo/" + job.jobId() + "/mask_face.png");
    }

    @Test
    void aSeedThatIsAskedForReachesTheJob() {
        Reply reply = post("{\"filename\":\"face.jpg\",\"contentType\":\"image/jpeg\",\"seed\":2147483646}");

        assertThat(fixture.jobs.find(reply.job()).orElseThrow().request().seed())
                .contains(new Seed(2_147_483_646));
    }

    @Test
    void equalFileNamesNeverMeet() {
        assertThat(post(ApiFixture.PHOTO).job())
                .isNotEqualTo(post(ApiFixture.PHOTO).job());
    }

    @Test
    void aCallbackIsKeptWithTheKeyThatSignsItAndIsShownToNobody() {
        BoothKeys.Issued issued = fixture.keys.issue("hall", 60, fixture.now);

        Reply reply = fixture.ask(
                "POST",
                "/v1/jobs",
                ApiFixture.bearer(issued.secret()),
                "{\"filename\":\"a.jpg\",\"contentType\":\"image/jpeg\",\"callbackUrl\":\"https://8.8.8.8/ended?x=1\"}");

        assertThat(fixture.jobs.find(reply.job()).orElseThrow().request().callback())
                .contains(new Callback("https://8.8.8.8/ended?x=1", issued.key().id()));
        assertThat(reply.body()).doesNotContain("ended");
        assertThat(fixture.get("/v1/jobs/" + reply.job()).body()).doesNotContain("ended?x=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a", "a/b.jpg", "a\\\\b.jpg", "..", "", "a\\u0000.jpg", "a\\ud800.jpg", LONG})
    void aFileNameThatIsNoneIsRefused(String filename) {
        Reply reply = post("{\"filename\":\"" + filename + "\",\"contentType\":\"image/jpeg\"}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("INVALID_FILENAME");
        assertThat(fixture.store.list("photo/")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost.",
                "LOCALHOST",
                "booth.localhost",
                "0177.0.0.1",
                "0x7f000001",
                "0X7F.1",
                "0x08080808",
                "127.1",
                "8.2056",
                "2130706433",
                "134744072",
                "127.0.0.1.",
                "127.0.0.1",
                "[::ffff:0177.0.0.1]",
                "[::ffff:127.0.0.1]"
            })
    void aCallbackToThisMachineIsRefusedHoweverItIsWritten(String host) {
        Reply reply = post("{\"filename\":\"a.jpg\",\"contentType\":\"image/jpeg\",\"callbackUrl\":\"https://" + host
                + ":8443/ended\"}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("INVALID_CALLBACK");
        assertThat(reply.at("/detail")).startsWith("callbackUrl").endsWith(".");
        assertThat(fixture.store.list("photo/")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"photo_1.jpg", "mask_a.png", "우리 가족.jpg"})
    void aGuestsFileMayBeCalledLikeOneOfOurs(String filename) {
        Reply reply = post("{\"filename\":\"" + filename + "\",\"contentType\":\"image/jpeg\"}");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(fixture.jobs.find(reply.job()).orElseThrow().keys().upload()).endsWith("/" + filename);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"id\":\"a\\ud800\"",
                "\"id\":\"a\\u0000\"",
                "\"requestId\":\"\\udfff\"",
                "\"booth\":\"hall\\ud800\"",
                "\"prompts\":[\"a\\ud800 meadow\"]",
                "\"prompts\":[\"a\\u0000 meadow\"]",
                "\"callbackUrl\":\"https://8.8.8.8/\\ud800\"",
                "\"callbackUrl\":\"https://8.8.8.8/\\u0000\"",
                "\"a\\ud800\":1"
            })
    void halvesOfCharactersAndNullsAreRefusedInWords(String field) {
        for (String idempotencyKey : List.of("k1", "k1")) {
            Reply reply = post("{\"filename\":\"a.jpg\",\"contentType\":\"image/jpeg\"," + field + "}", idempotencyKey);

            assertThat(reply.status()).isEqualTo(field.contains("booth") ? 403 : 400);
            assertThat(reply.at("/detail")).endsWith(".");
        }
        assertThat(fixture.store.list("photo/")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"contentType\":\"image/gif\"                              | UNSUPPORTED_TYPE",
                "\"contentType\":\"image/jpeg\",\"contentLength\":15728641  | PHOTO_TOO_LARGE",
                "\"contentType\":\"image/jpeg\",\"contentLength\":0         | EMPTY_PHOTO",
                "\"contentType\":\"image/jpeg\",\"id\":\"a b\"              | INVALID_ID",
                "\"contentType\":\"image/jpeg\",\"prompts\":[\" \"]         | INVALID_PROMPTS",
                "\"contentType\":\"image/jpeg\",\"seed\":-1               | INVALID_SEED",
                "\"contentType\":\"image/jpeg\",\"seed\":2147483647       | INVALID_SEED",
                "\"contentType\":\"image/jpeg\",\"callbackUrl\":\"ended\"    | INVALID_CALLBACK",
                "\"contentType\":\"image/jpeg\",\"callbackUrl\":\"http://booth.example/ended\"       | INVALID_CALLBACK",
                "\"contentType\":\"image/jpeg\",\"callbackUrl\":\"https://me:secret@booth.example/\"  | INVALID_CALLBACK",
                "\"contentType\":\"image/jpeg\",\"callbackUrl\":\"https://localhost/ended\"          | INVALID_CALLBACK",
                "\"contentType\":\"image/jpeg\",\"callbackUrl\":\"https://169.254.169.254/latest\"   | INVALID_CALLBACK",
                "\"contentType\":\"image/jpeg\",\"callbackUrl\":\"https://[::1]/ended\"              | INVALID_CALLBACK",
                "\"contentType\":\"image/jpeg\",\"prompts\":[\"a\",\"b\",\"c\",\"d\"] | INVALID_PROMPTS"
            })
    void whatCannotBecomeAJobIsRefusedInWords(String fields, String code) {
        Reply reply = post("{\"filename\":\"a.jpg\"," + fields + "}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.at("/detail")).endsWith(".");
        assertThat(fixture.store.list("photo/")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"filename\":\"a.jpg\"}                                                      | 'contentType'",
                "{\"filename\":\"a.jpg\",\"contentType\":\"image/jpeg\",\"callback\":\"x\"}    | 'callback'",
                "{\"filename\":\"a.jpg\",\"contentType\":\"image/jpeg\",\"contentLength\":\"9\"} | 'contentLength'",
                "{\"filename\":null,\"contentType\":\"image/jpeg\"}                            | 'filename'",
                "{\"filename\":\"a.jpg\",\"contentType\":\"image/jpeg\",\"prompts\":[1]}       | 'prompts'",
                "{\"filename\":\"a.jpg\",\"contentType\":\"image/jpeg\",\"contentLength\":1.5}       | 'contentLength'",
                "{\"filename\":\"a.jpg\",\"contentType\":\"image/jpeg\",\"seed\":1.5}       | 'seed'",
                "{\"filename\":\"a.jpg\",\"contentType\":\"image/jpeg\",\"seed\":\"43\"}      | 'seed'",
                "[]       | The body is not",
                "null     | object",
                "``       | The body",
                "{\"file  | not JSON"
            })
    void aBodyThatIsNotUnderstoodNamesItsField(String body, String words) {
        Reply reply = post(body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("INVALID_BODY");
        assertThat(reply.at("/detail")).contains(words).doesNotContain("booth.api", "java");
    }

    @Test
    void theDescriptionTakesWhatTheApiTakes() {
        assertThat(fixture.contract.takes("createJob", ApiFixture.PHOTO)).isTrue();
        assertThat(fixture.contract.takes("createJob", "{\"filename\":\"a.jpg\"}"))
                .isFalse();
        assertThat(fixture.contract.takes("createJob", "{\"filename\":\"a.jpg\",\"contentType\":\"image/gif\"}"))
                .isFalse();
        assertThat(fixture.contract.takes("createJob", ApiFixture.PHOTO.replace("}", ",\"seed\":0}")))
                .isTrue();
        assertThat(fixture.contract.takes("createJob", ApiFixture.PHOTO.replace("}", ",\"seed\":2147483647}")))
                .isFalse();
    }

    @Test
    void aBodyOfAnySizeIsNotRead() {
        Reply reply = post("\"" + "x".repeat(65 * 1024) + "\"");

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.code()).isEqualTo("BODY_TOO_LARGE");
    }
}
