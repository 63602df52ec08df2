package booth.emulator.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import booth.emulator.account.TestAccount;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Every way to create and remove objects is told, by its own name. */
class ObjectEventsTest extends OnS3 {
    ObjectEventsTest(@TempDir Path folder) {
        super(folder);
    }

    @Test
    void everyWayToCreateAndRemoveIsTold() {
        s3.putObject(put -> put.bucket(BUCKET).key("photo/a b+c.png"), RequestBody.fromBytes(PHOTO));
        s3.copyObject(copy -> copy.sourceBucket(BUCKET)
                .sourceKey("photo/a b+c.png")
                .destinationBucket(BUCKET)
                .destinationKey("photo/copy.png"));
        multipart("photo/large.png");
        s3.deleteObject(delete -> delete.bucket(BUCKET).key("photo/copy.png"));
        s3.deleteObject(delete -> delete.bucket(BUCKET).key("photo/never-there.png"));

        assertThat(events.stream().map(event -> event.name() + " " + event.key() + " " + event.size()))
                .containsExactly(
                        "ObjectCreated:Put photo/a b+c.png 5",
                        "ObjectCreated:Copy photo/copy.png 5",
                        "ObjectCreated:CompleteMultipartUpload photo/large.png " + (5 << 20),
                        "ObjectRemoved:Delete photo/copy.png 0");
        assertThat(events.stream().map(ObjectEvent::sequencer).toList()).isSorted();
        String eTag = s3.headObject(head -> head.bucket(BUCKET).key("photo/a b+c.png"))
                .eTag();
        assertThat(eTag).isEqualTo('"' + events.element().eTag() + '"');
    }

    private void multipart(String key) {
        String upload = s3.createMultipartUpload(create -> create.bucket(BUCKET).key(key))
                .uploadId();
        String eTag = s3.uploadPart(
                        part -> part.bucket(BUCKET).key(key).uploadId(upload).partNumber(1),
                        RequestBody.fromBytes(new byte[5 << 20]))
                .eTag();
        s3.completeMultipartUpload(complete -> complete.bucket(BUCKET)
                .key(key)
                .uploadId(upload)
                .multipartUpload(parts -> parts.parts(
                        CompletedPart.builder().partNumber(1).eTag(eTag).build())));
    }

    /** {@code aws s3 rm --recursive} of one's own makes one request of a thousand. */
    @Test
    void aBatchOfRemovalsIsOneEventForEachKey() {
        for (String key : List.of("a", "b", "c"))
            s3.putObject(put -> put.bucket(BUCKET).key(key), RequestBody.fromBytes(PHOTO));
        events.clear();

        s3.deleteObjects(delete -> delete.bucket(BUCKET)
                .delete(keys -> keys.objects(Stream.of("a", "b", "never-there")
                        .map(key -> ObjectIdentifier.builder().key(key).build())
                        .toList())));

        assertThat(events.stream().map(event -> event.name() + " " + event.key()))
                .containsExactlyInAnyOrder("ObjectRemoved:Delete a", "ObjectRemoved:Delete b");
    }

    @Test
    void whatABrowserPostsWithAFormIsToldAsPosted() throws Exception {
        assertThat(post("photo/form.png", PHOTO).statusCode()).isEqualTo(204);
        s3.putObject(put -> put.bucket(BUCKET).key("photo/put.png"), RequestBody.fromBytes(PHOTO));

        assertThat(events.stream().map(event -> event.name() + " " + event.key() + " " + event.size()))
                .containsExactly("ObjectCreated:Post photo/form.png 5", "ObjectCreated:Put photo/put.png 5");
    }

    /** As {@code aws s3 cp --recursive}, {@code sync} and {@code mv} do it: listings in pages, large files in parts. */
    @Test
    void foldersAreBroughtUpMovedAndBroughtDownAgain() {
        List<String> keys =
                IntStream.range(0, 25).mapToObj(i -> "up/a b/" + i + "+ü.png").toList();
        keys.forEach(key -> s3.putObject(put -> put.bucket(BUCKET).key(key), RequestBody.fromString(key)));
        multipart("up/large");

        List<S3Object> listed = s3
                .listObjectsV2Paginator(list ->
                        list.bucket(BUCKET).prefix("up/").encodingType("url").maxKeys(10))
                .contents()
                .stream()
                .toList();
        assertThat(listed).hasSize(26);
        for (String key : keys) {
            s3.copyObject(copy -> copy.sourceBucket(BUCKET)
                    .sourceKey(key)
                    .destinationBucket(BUCKET)
                    .destinationKey(key.replace("up/", "down/")));
            s3.deleteObject(delete -> delete.bucket(BUCKET).key(key));
        }
        copyInParts("up/large", "down/large");

        assertThat(s3.listObjectsV2(list -> list.bucket(BUCKET).prefix("up/")).contents())
                .extracting(S3Object::key)
                .containsExactly("up/large");
        for (String key : keys)
            assertThat(s3.getObjectAsBytes(get -> get.bucket(BUCKET).key(key.replace("up/", "down/")))
                            .asUtf8String())
                    .isEqualTo(key);
        assertThat(s3.headObject(head -> head.bucket(BUCKET).key("down/large")).contentLength())
                .isEqualTo(5 << 20);
        assertThat(events.stream().collect(Collectors.groupingBy(ObjectEvent::name, Collectors.counting())))
                .isEqualTo(Map.of(
                        "ObjectCreated:Put", 25L,
                        "ObjectCreated:Copy", 25L,
                        "ObjectRemoved:Delete", 25L,
                        "ObjectCreated:CompleteMultipartUpload", 2L));
    }

    private void copyInParts(String from, String to) {
        String upload = s3.createMultipartUpload(create -> create.bucket(BUCKET).key(to))
                .uploadId();
        String eTag = s3.uploadPartCopy(part -> part.sourceBucket(BUCKET)
                        .sourceKey(from)
                        .destinationBucket(BUCKET)
                        .destinationKey(to)
                        .uploadId(upload)
                        .partNumber(1)
                        .copySourceRange("bytes=0-" + ((5 << 20) - 1)))
                .copyPartResult()
                .eTag();
        s3.completeMultipartUpload(complete -> complete.bucket(BUCKET)
                .key(to)
                .uploadId(upload)
                .multipartUpload(parts -> parts.parts(
                        CompletedPart.builder().partNumber(1).eTag(eTag).build())));
    }

    /** The policy and its signature are fields of the form, as S3's documentation has them. */
    private HttpResponse<String> post(String key, byte[] file) throws Exception {
        Instant now = Instant.now();
        String time = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
                .withZone(ZoneOffset.UTC)
                .format(now);
        String scope = time.substring(0, 8) + "/us-east-1/s3/aws4_request";
        String credential = TestAccount.LOCAL.accessKey() + "/" + scope;
        String policy = Base64.getEncoder()
                .encodeToString(("{\"expiration\": \"" + now.plusSeconds(300).truncatedTo(ChronoUnit.SECONDS)
                                + "\", \"conditions\": [{\"bucket\": \"" + BUCKET + "\"}, {\"key\": \"" + key
                                + "\"}, {\"x-amz-algorithm\": \"AWS4-HMAC-SHA256\"}, {\"x-amz-credential\": \""
                                + credential + "\"}, {\"x-amz-date\": \"" + time + "\"}]}")
                        .getBytes(UTF_8));
        byte[] signature = ("AWS4" + TestAccount.LOCAL.secretKey()).getBytes(UTF_8);
        for (String part : scope.split("/", -1)) signature = hmac(signature, part);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("key", key);
        fields.put("x-amz-algorithm", "AWS4-HMAC-SHA256");
        fields.put("x-amz-credential", credential);
        fields.put("x-amz-date", time);
        fields.put("policy", policy);
        fields.put("x-amz-signature", HexFormat.of().formatHex(hmac(signature, policy)));
        return browser.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/" + BUCKET))
                        .header("Content-Type", "multipart/form-data; boundary=form")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(form(fields, file)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static byte[] form(Map<String, String> fields, byte[] file) throws IOException {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        for (Map.Entry<String, String> field : fields.entrySet())
            form.write(("--form\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n"
                            + field.getValue() + "\r\n")
                    .getBytes(UTF_8));
        form.write(("--form\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n"
                        + "Content-Type: image/png\r\n\r\n")
                .getBytes(UTF_8));
        form.write(file);
        form.write("\r\n--form--\r\n".getBytes(UTF_8));
        return form.toByteArray();
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(UTF_8));
    }
}
