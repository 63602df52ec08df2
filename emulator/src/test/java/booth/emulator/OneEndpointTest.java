package booth.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.emulator.account.TestAccount;
import booth.emulator.account.TestClients;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sts.StsClient;

/** The gateway's address is all that a tool of AWS needs. */
class OneEndpointTest {
    private static final String BUCKET = "small-jobs";
    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    @TempDir
    private static Path folder;

    private static EmbeddedCloud cloud;
    private static S3Client s3;
    private static SqsClient sqs;

    @BeforeAll
    static void start() throws Exception {
        Path template = folder.resolve("Small.template.json");
        try (var small = OneEndpointTest.class.getResourceAsStream("Small.template.json")) {
            assertThat(small).isNotNull();
            Files.write(template, small.readAllBytes());
        }
        cloud = EmbeddedCloud.start(
                TestSettings.of(template, folder.resolve("data"), 0, false), AddedServices.NONE, Front.NONE);
        s3 = TestClients.of(S3Client.builder(), port());
        sqs = TestClients.of(SqsClient.builder(), port());
    }

    @AfterAll
    static void stop() {
        s3.close();
        sqs.close();
        cloud.close();
    }

    @Test
    void everyServiceAnswersThere() {
        try (SfnClient states = TestClients.of(SfnClient.builder(), port());
                SnsClient sns = TestClients.of(SnsClient.builder(), port());
                LambdaClient lambda = TestClients.of(LambdaClient.builder(), port())) {
            assertThat(s3.listBuckets().buckets()).hasSize(2);
            assertThat(sqs.listQueues().queueUrls()).isNotEmpty();
            assertThat(states.listStateMachines().stateMachines()).hasSize(1);
            assertThat(sns.listTopics().topics()).hasSize(1);
            assertThat(lambda.listFunctions().functions()).isNotEmpty();
        }
    }

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

    @Test
    void messagesPassAndAreWaitedFor() {
        String url = sqs.createQueue(create -> create.queueName("post")).queueUrl();
        sqs.sendMessage(send -> send.queueUrl(url).messageBody("später").delaySeconds(1));

        assertThat(sqs.receiveMessage(receive -> receive.queueUrl(url).waitTimeSeconds(20))
                        .messages())
                .extracting(Message::body)
                .containsExactly("später");
    }

    @Test
    void unsignedQuestionsToQueuesAreKnownByTheirVersionAndPathAndRefused() throws Exception {
        sqs.createQueue(create -> create.queueName("plain"));

        String refused = "<Error><Type>Sender</Type><Code>MissingAuthenticationToken</Code>";
        assertThat(get("/?Action=ListQueues&Version=2012-11-05")).contains("queue.amazonaws.com", refused);
        assertThat(get("/000000000000/plain?Action=GetQueueAttributes&AttributeName.1=QueueArn"))
                .contains("queue.amazonaws.com", refused);
    }

    @Test
    void theStackTellsItsOutputs() {
        try (CloudFormationClient stacks = TestClients.of(CloudFormationClient.builder(), port())) {
            Stack small =
                    stacks.describeStacks(of -> of.stackName("Small")).stacks().get(0);

            assertThat(small.stackStatus()).isEqualTo(StackStatus.CREATE_COMPLETE);
            assertThat(small.outputs()).anySatisfy(output -> {
                assertThat(output.outputKey()).isEqualTo("JobsBucket");
                assertThat(output.outputValue()).isEqualTo(BUCKET);
            });
            assertThat(stacks.describeStacks().stacks())
                    .extracting(Stack::stackName)
                    .containsExactly("Small");
        }
    }

    @Test
    void theStackTellsItsResourcesAndItsTemplate() {
        try (CloudFormationClient stacks = TestClients.of(CloudFormationClient.builder(), port())) {
            assertThat(stacks.listStackResources(of -> of.stackName("Small")).stackResourceSummaries())
                    .anySatisfy(bucket -> {
                        assertThat(bucket.logicalResourceId()).isEqualTo("Jobs");
                        assertThat(bucket.physicalResourceId()).isEqualTo(BUCKET);
                        assertThat(bucket.resourceType()).isEqualTo("AWS::S3::Bucket");
                    });
            assertThat(stacks.describeStackResources(of -> of.stackName("Small").logicalResourceId("Intake"))
                            .stackResources())
                    .singleElement()
                    .satisfies(queue -> {
                        assertThat(queue.physicalResourceId())
                                .isEqualTo(cloud.outputs().get("IntakeQueueUrl"));
                        assertThat(queue.resourceStatusAsString()).isEqualTo("CREATE_COMPLETE");
                    });
            assertThat(stacks.getTemplate(of -> of.stackName("Small")).templateBody())
                    .contains("\"AWS::S3::Bucket\"");
            assertThatThrownBy(() -> stacks.getTemplate(of -> of.stackName("Large")))
                    .isInstanceOf(CloudFormationException.class)
                    .hasMessageContaining("Stack with id Large does not exist");
        }
    }

    @Test
    void anUnknownStackIsRefusedAsByAws() {
        try (CloudFormationClient stacks = TestClients.of(CloudFormationClient.builder(), port())) {
            assertThatThrownBy(() -> stacks.describeStacks(of -> of.stackName("Large")))
                    .isInstanceOfSatisfying(CloudFormationException.class, refused -> {
                        assertThat(refused.statusCode()).isEqualTo(400);
                        assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("ValidationError");
                        assertThat(refused.awsErrorDetails().errorMessage())
                                .isEqualTo("Stack with id Large does not exist");
                    });
        }
    }

    @Test
    void everyCallerIsTheOwnerOfTheAccount() {
        try (StsClient sts = TestClients.of(StsClient.builder(), port())) {
            assertThat(sts.getCallerIdentity().account()).isEqualTo("000000000000");
            assertThat(sts.getCallerIdentity().arn()).isEqualTo("arn:aws:iam::000000000000:root");
        }
    }

    @Test
    void whatIsNotSignedGoesToTheApi() throws Exception {
        HttpResponse<String> answer =
                send(URI.create(cloud.outputs().get("ApiUrl") + "hello/J%C3%B6rg"), "GET", BodyPublishers.noBody());

        assertThat(answer.statusCode()).isEqualTo(203);
        assertThat(answer.body()).isEqualTo("Hello Jörg");
        assertThat(answer.headers().firstValue("X-Method")).contains("GET");
        assertThat(get("/nothing")).isEqualTo("{\"message\":\"Not Found\"}");
    }

    @Test
    void whatIsSignedForAServiceDoesNot() throws Exception {
        HttpRequest signed = HttpRequest.newBuilder(gateway("/hello/you"))
                .header("Authorization", "AWS4-HMAC-SHA256 Credential=booth/20261121/us-east-1/lambda/aws4_request")
                .build();

        assertThat(BROWSER.send(signed, HttpResponse.BodyHandlers.ofString()).body())
                .contains("There is no operation GET /hello/you here.");
    }

    @Test
    void aBrowserMayAskTheApiBeforehandToo() throws Exception {
        HttpRequest preflight = HttpRequest.newBuilder(gateway("/hello/you"))
                .header("Origin", "http://booth.example")
                .header("Access-Control-Request-Method", "GET")
                .method("OPTIONS", BodyPublishers.noBody())
                .build();

        HttpResponse<Void> answer = BROWSER.send(preflight, HttpResponse.BodyHandlers.discarding());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("http://booth.example");
        assertThat(answer.headers().firstValue("Access-Control-Max-Age")).contains("60");
    }

    private static int port() {
        return cloud.endpoint("sfn").getPort();
    }

    private static URI gateway(String pathAndQuery) {
        return URI.create(cloud.endpoint("sfn") + pathAndQuery);
    }

    private static String get(String pathAndQuery) throws Exception {
        return send(gateway(pathAndQuery), "GET", BodyPublishers.noBody()).body();
    }

    private static HttpResponse<String> send(URI uri, String method, BodyPublisher body) throws Exception {
        return BROWSER.send(
                HttpRequest.newBuilder(uri).method(method, body).build(), HttpResponse.BodyHandlers.ofString());
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
