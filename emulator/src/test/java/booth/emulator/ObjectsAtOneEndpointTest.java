package booth.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.emulator.account.TestAccount;
import booth.emulator.account.TestClients;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Objects come and go through the gateway as through S3's own port. */
class ObjectsAtOneEndpointTest extends OnSmallCloud {
    @Test
    void objectsPassUnchangedWholeAndInPart() {
        byte[] large = new byte[20 << 20];
        new Random(1).nextBytes(large);

        s3.putObject(
                put -> put.bucket(BUCKET).key("a b/+ü%2F.bin").contentType("image/jpeg"), RequestBody.fromBytes(large));

        var whole = s3.getObjectAsBytes(get -> get.bucket(BUCKET).key("a b/+ü%2F.bin"));
        assertThat(whole.asByteArrayUnsafe()).isEqualTo(large);
        assertThat(whole.response().contentType()).isEqualTo("image/jpeg");
        assertThat(s3.headObject(head -> head.bucket(BUCKET).key("a b/+ü%2F.bin"))
                        .contentLength())
                .isEqualTo(large.length);
        GetObjectResponse part = s3.getObjectAsBytes(
                        get -> get.bucket(BUCKET).key("a b/+ü%2F.bin").range("bytes=5-9"))
                .response();
        assertThat(part.contentRange()).isEqualTo("bytes 5-9/" + large.length);
        assertThat(part.contentLength()).isEqualTo(5);
    }

    @Test
    void conditionsHoldThroughIt() {
        String first = s3.putObject(
                        put -> put.bucket(BUCKET).key("once").ifNoneMatch("*"), RequestBody.fromString("first"))
                .eTag();

        assertThatThrownBy(() -> s3.putObject(
                        put -> put.bucket(BUCKET).key("once").ifNoneMatch("*"), RequestBody.fromString("second")))
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        refused -> assertThat(refused.statusCode()).isEqualTo(412));
        assertThatThrownBy(
                        () -> s3.getObject(get -> get.bucket(BUCKET).key("once").ifNoneMatch(first)))
                .isInstanceOfSatisfying(
                        S3Exception.class, same -> assertThat(same.statusCode()).isEqualTo(304));
        assertThatThrownBy(() -> s3.getObject(get -> get.bucket(BUCKET).key("nothing")))
                .isInstanceOf(NoSuchKeyException.class);
    }

    @Test
    void presignedLinksAreGoodForTheGateway() throws Exception {
        HttpResponse<String> put = send(presignedPut("link.txt"), "PUT", BodyPublishers.ofString("hello"));
        HttpResponse<String> get = send(presignedGet("link.txt"), "GET", BodyPublishers.noBody());
        URI forged = URI.create(presignedGet("link.txt").toString().replace("link.txt", "other.txt"));

        assertThat(put.statusCode()).isEqualTo(200);
        assertThat(get.body()).isEqualTo("hello");
        assertThat(send(forged, "GET", BodyPublishers.noBody()).statusCode()).isEqualTo(403);
    }

    @Test
    void anAnnouncedBodyIsTakenIn() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(presignedPut("announced.txt"))
                .expectContinue(true)
                .PUT(BodyPublishers.ofString("announced"))
                .build();

        assertThat(BROWSER.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(200);
        assertThat(s3.getObjectAsBytes(get -> get.bucket(BUCKET).key("announced.txt"))
                        .asUtf8String())
                .isEqualTo("announced");
    }

    /** The AWS CLI 1 and boto3 presign so for endpoints of one's own. */
    @Test
    void linksSignedTheOldWayAreGoodToo() throws Exception {
        s3.putObject(put -> put.bucket(BUCKET).key("old.txt"), RequestBody.fromString("old"));
        long soon = Instant.now().getEpochSecond() + 300;
        Mac hmac = Mac.getInstance("HmacSHA1");
        hmac.init(new SecretKeySpec(TestAccount.LOCAL.secretKey().getBytes(UTF_8), "HmacSHA1"));
        byte[] signature = hmac.doFinal(("GET\n\n\n" + soon + "\n/" + BUCKET + "/old.txt").getBytes(UTF_8));
        URI link = gateway("/" + BUCKET + "/old.txt?AWSAccessKeyId=" + TestAccount.LOCAL.accessKey()
                + "&Expires=" + soon + "&Signature="
                + URLEncoder.encode(Base64.getEncoder().encodeToString(signature), UTF_8));

        assertThat(send(link, "GET", BodyPublishers.noBody()).body()).isEqualTo("old");
    }

    @Test
    void aBrowserMayAskBeforeItWrites() throws Exception {
        HttpRequest preflight = HttpRequest.newBuilder(gateway("/" + BUCKET + "/page.txt"))
                .header("Origin", "http://booth.example")
                .header("Access-Control-Request-Method", "PUT")
                .method("OPTIONS", BodyPublishers.noBody())
                .build();

        assertThat(BROWSER.send(preflight, HttpResponse.BodyHandlers.discarding())
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .contains("http://booth.example");
    }

    private static URI presignedPut(String key) throws Exception {
        try (S3Presigner presigner = presigner()) {
            return presigner
                    .presignPutObject(presign -> presign.signatureDuration(Duration.ofMinutes(5))
                            .putObjectRequest(put -> put.bucket(BUCKET).key(key)))
                    .url()
                    .toURI();
        }
    }

    private static URI presignedGet(String key) throws Exception {
        try (S3Presigner presigner = presigner()) {
            return presigner
                    .presignGetObject(presign -> presign.signatureDuration(Duration.ofMinutes(5))
                            .getObjectRequest(get -> get.bucket(BUCKET).key(key)))
                    .url()
                    .toURI();
        }
    }

    private static S3Presigner presigner() {
        return S3Presigner.builder()
                .endpointOverride(TestClients.endpoint(port()))
                .region(Region.US_EAST_1)
                .credentialsProvider(TestClients.CREDENTIALS)
                .build();
    }
}
