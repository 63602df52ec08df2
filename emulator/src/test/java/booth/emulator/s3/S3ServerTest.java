package booth.emulator.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.emulator.StuckClients;
import booth.emulator.account.TestAccount;
import booth.emulator.account.TestClients;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

class S3ServerTest extends OnS3 {
    S3ServerTest(@TempDir Path folder) {
        super(folder);
    }

    @Test
    void whoStopsInTheMiddleOfAPhotoKeepsNobodyFromTheirs() throws Exception {
        try (StuckClients stuck = new StuckClients(400, server.port(), "PUT /" + BUCKET + "/stuck")) {
            s3.putObject(put -> put.bucket(BUCKET).key("a.jpg"), RequestBody.fromBytes(PHOTO));

            stuck.finishOne();
            assertThat(stuck.heard("</Error>")).contains("403");
        }
    }

    @Test
    void presignedAddressesCarryTheBytesBothWays() throws Exception {
        URI put = presigned("photo/1/face.jpg");
        HttpRequest request = HttpRequest.newBuilder(put)
                .header("Content-Type", "image/jpeg")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(PHOTO))
                .build();

        assertThat(browser.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
        try (S3Presigner presigner = presigner()) {
            URI get = presigner
                    .presignGetObject(presign -> presign.signatureDuration(Duration.ofMinutes(5))
                            .getObjectRequest(object -> object.bucket(BUCKET).key("photo/1/face.jpg")))
                    .url()
                    .toURI();
            HttpResponse<byte[]> answer =
                    browser.send(HttpRequest.newBuilder(get).build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.body()).isEqualTo(PHOTO);
            assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");
        }
    }

    @Test
    void aPresignedAddressIsGoodForItsOwnKeyOnly() throws Exception {
        URI other = URI.create(presigned("photo/1/face.jpg").toString().replace("photo/1/", "photo/2/"));
        HttpRequest request = HttpRequest.newBuilder(other)
                .header("Content-Type", "image/jpeg")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(PHOTO))
                .build();

        assertThat(browser.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(403);
        assertThat(events).isEmpty();
    }

    @Test
    void objectsOutliveTheServer() throws Exception {
        s3.putObject(
                put -> put.bucket(BUCKET).key("photo/1/job.json").contentType("application/json"),
                RequestBody.fromString("{}"));
        server.close();
        s3.close();
        server = new S3Server(folder, 0, TestAccount.LOCAL, () -> 0, new Listener(events));
        server.createBucket(BUCKET);
        s3 = TestClients.of(S3Client.builder(), server.port());

        var object = s3.getObjectAsBytes(get -> get.bucket(BUCKET).key("photo/1/job.json"));
        assertThat(object.asUtf8String()).isEqualTo("{}");
        assertThat(object.response().contentType()).isEqualTo("application/json");
    }

    @Test
    void whatAKilledWriteLeftIsDeletedAndNothingElse() throws Exception {
        Instant begun = Instant.now();
        s3.putObject(put -> put.bucket(BUCKET).key("photo/1/frame.png"), RequestBody.fromBytes(PHOTO));
        s3.putObject(put -> put.bucket(BUCKET).key("photo/1/frame.png-notes"), RequestBody.fromBytes(PHOTO));
        Path photo = folder.resolve(BUCKET).resolve("photo/1");
        Files.write(photo.resolve("frame.png-" + UUID.randomUUID()), PHOTO);
        Path other = Files.write(photo.resolve("mask.png-" + UUID.randomUUID()), PHOTO);
        Files.createDirectories(folder.resolve(BUCKET).resolve("photo/2"));

        assertThat(server.settled(put("photo/1/frame.png", begun)).map(ObjectEvent::size))
                .contains((long) PHOTO.length);
        assertThat(server.settled(put("photo/2/frame.png", begun))).isEmpty();

        assertThat(folder.resolve(BUCKET).resolve("photo")).isDirectoryNotContaining(path -> path.endsWith("2"));
        assertThat(photo)
                .isDirectoryContaining(other::equals)
                .isDirectoryNotContaining(path ->
                        path.getFileName().toString().startsWith("frame.png-") && !path.endsWith("frame.png-notes"));
    }

    private static ObjectEvent put(String key, Instant time) {
        return new ObjectEvent("ObjectCreated:Put", BUCKET, key, 0, "", "0", time);
    }

    @Test
    void aTakenPortIsNamed(@TempDir Path other) {
        assertThatThrownBy(() -> new S3Server(other, server.port(), TestAccount.LOCAL, () -> 0, new Listener(events)))
                .hasMessageContaining(String.valueOf(server.port()))
                .hasMessageContaining("taken");
    }
}
