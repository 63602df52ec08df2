package booth.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import booth.emulator.account.Account;
import booth.emulator.account.TestAccount;
import booth.emulator.account.TestClients;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;

/** The cloud is its owner's alone: no other program's keys, no other site's page, under no other name. */
class NobodyElseTest {
    private static final Account UNKNOWN = new Account("000000000000", "us-east-1", "AKIANOBODY", "test-secret");
    private static final Account GUESSED = new Account("000000000000", "us-east-1", "test", "a guess");

    @TempDir
    private static Path folder;

    private static EmbeddedCloud cloud;

    @BeforeAll
    static void start() throws Exception {
        Path template = folder.resolve("Small.template.json");
        try (var small = NobodyElseTest.class.getResourceAsStream("Small.template.json")) {
            assertThat(small).isNotNull();
            Files.write(template, small.readAllBytes());
        }
        cloud = EmbeddedCloud.start(
                TestSettings.of(template, folder.resolve("data"), 0, false), AddedServices.NONE, Front.NONE);
    }

    @AfterAll
    static void stop() {
        cloud.close();
    }

    /** A call to each service, and AWS's names for a key that is not known and a secret that is not right. */
    enum Service {
        STEP_FUNCTIONS(400, "UnrecognizedClientException", "InvalidSignatureException") {
            @Override
            void call(Account caller, int port) {
                try (SfnClient client = TestClients.of(SfnClient.builder(), caller, port)) {
                    client.listStateMachines();
                }
            }
        },
        LOGS(400, "UnrecognizedClientException", "InvalidSignatureException") {
            @Override
            void call(Account caller, int port) {
                try (CloudWatchLogsClient client = TestClients.of(CloudWatchLogsClient.builder(), caller, port)) {
                    client.describeLogGroups();
                }
            }
        },
        SNS(403, "InvalidClientTokenId", "SignatureDoesNotMatch") {
            @Override
            void call(Account caller, int port) {
                try (SnsClient client = TestClients.of(SnsClient.builder(), caller, port)) {
                    client.listTopics();
                }
            }
        },
        STS(403, "InvalidClientTokenId", "SignatureDoesNotMatch") {
            @Override
            void call(Account caller, int port) {
                try (StsClient client = TestClients.of(StsClient.builder(), caller, port)) {
                    client.getCallerIdentity();
                }
            }
        },
        CLOUDFORMATION(403, "InvalidClientTokenId", "SignatureDoesNotMatch") {
            @Override
            void call(Account caller, int port) {
                try (CloudFormationClient client = TestClients.of(CloudFormationClient.builder(), caller, port)) {
                    client.describeStacks();
                }
            }
        },
        LAMBDA(403, "UnrecognizedClientException", "InvalidSignatureException") {
            @Override
            void call(Account caller, int port) {
                try (LambdaClient client = TestClients.of(LambdaClient.builder(), caller, port)) {
                    client.invoke(invoke ->
                            invoke.functionName("Small-StampFunction").payload(SdkBytes.fromUtf8String("{}")));
                }
            }
        },
        CONNECTIONS(403, "UnrecognizedClientException", "InvalidSignatureException") {
            @Override
            void call(Account caller, int port) {
                try (ApiGatewayManagementApiClient client = ApiGatewayManagementApiClient.builder()
                        .endpointOverride(URI.create(TestClients.endpoint(port) + "/live"))
                        .region(Region.of(caller.region()))
                        .credentialsProvider(TestClients.credentials(caller))
                        .httpClient(UrlConnectionHttpClient.create())
                        .build()) {
                    client.postToConnection(post -> post.connectionId("a=").data(SdkBytes.fromUtf8String("hello")));
                }
            }
        },
        SQS(403, "InvalidClientTokenId", "SignatureDoesNotMatch") {
            @Override
            void call(Account caller, int port) {
                try (SqsClient client = TestClients.of(SqsClient.builder(), caller, port)) {
                    client.listQueues();
                }
            }
        },
        S3(403, "InvalidAccessKeyId", "SignatureDoesNotMatch") {
            @Override
            void call(Account caller, int port) {
                try (S3Client client = TestClients.of(S3Client.builder(), caller, port)) {
                    client.listBuckets();
                }
            }
        };

        private final int status;
        private final String unknownKey;
        private final String wrongSecret;

        Service(int status, String unknownKey, String wrongSecret) {
            this.status = status;
            this.unknownKey = unknownKey;
            this.wrongSecret = wrongSecret;
        }

        abstract void call(Account caller, int port);
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void whoHasNoKeyOrAnotherSecretIsRefusedByAwssNames(Service service) {
        assertRefused(service, gateway());
    }

    @Test
    void thePortsOfTheirOwnRefuseThemToo() {
        assertRefused(Service.SQS, cloud.endpoint("sqs").getPort());
        assertRefused(Service.S3, cloud.endpoint("s3").getPort());
    }

    @ParameterizedTest
    @EnumSource(
            value = Service.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"LAMBDA", "CONNECTIONS"})
    void theOwnerIsLetIn(Service service) {
        assertThatCode(() -> service.call(TestAccount.LOCAL, gateway())).doesNotThrowAnyException();
    }

    @Test
    void theOwnerReachesFunctionsAndConnections() {
        assertThatCode(() -> Service.LAMBDA.call(TestAccount.LOCAL, gateway())).doesNotThrowAnyException();
        AwsServiceException gone = catchThrowableOfType(
                AwsServiceException.class, () -> Service.CONNECTIONS.call(TestAccount.LOCAL, gateway()));
        assertThat(gone.statusCode()).isEqualTo(410);
    }

    private static void assertRefused(Service service, int port) {
        AwsServiceException unknown =
                catchThrowableOfType(AwsServiceException.class, () -> service.call(UNKNOWN, port));
        AwsServiceException guessed =
                catchThrowableOfType(AwsServiceException.class, () -> service.call(GUESSED, port));

        assertThat(unknown).isNotNull();
        assertThat(unknown.awsErrorDetails().errorCode()).isEqualTo(service.unknownKey);
        assertThat(unknown.statusCode()).isEqualTo(service.status);
        assertThat(guessed).isNotNull();
        assertThat(guessed.awsErrorDetails().errorCode()).isEqualTo(service.wrongSecret);
        assertThat(guessed.statusCode()).isEqualTo(service.status);
    }

    /** What a page can send without asking beforehand, and what other programs of the machine can. */
    static Stream<String[]> unsigned() {
        return Stream.of(
                new String[] {"POST", "/", "X-Amz-Target: AWSStepFunctions.ListStateMachines", "{}"},
                new String[] {"POST", "/", "X-Amz-Target: Logs_20140328.DescribeLogGroups", "{}"},
                new String[] {"POST", "/", "X-Amz-Target: AmazonSQS.ListQueues", "{}"},
                new String[] {"POST", "/", "Content-Type: text/plain", "Action=ListTopics&Version=2010-03-31"},
                new String[] {"GET", "/?Action=GetCallerIdentity", "Accept: */*", ""},
                new String[] {"GET", "/?Action=DescribeStacks&Version=2010-05-15", "Accept: */*", ""},
                new String[] {"GET", "/?Action=ListQueues&Version=2012-11-05", "Accept: */*", ""},
                new String[] {"GET", "/000000000000/Small-Intake?Action=PurgeQueue", "Accept: */*", ""},
                new String[] {"GET", "/2015-03-31/functions", "Accept: */*", ""},
                new String[] {"HEAD", "/2015-03-31/functions", "Accept: */*", ""},
                new String[] {
                    "POST", "/2015-03-31/functions/Small-StampFunction/invocations", "Content-Type: text/plain", "{}"
                },
                new String[] {"POST", "/live/@connections/a", "Content-Type: text/plain", "hello"},
                new String[] {"DELETE", "/live/@connections/a", "Accept: */*", ""});
    }

    @ParameterizedTest
    @MethodSource("unsigned")
    void whatIsNotSignedIsRefused(String method, String path, String header, String body) {
        String answer = send(gateway(), method, path, "127.0.0.1:" + gateway(), header, body);

        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("arn:aws:");
        if (!method.equals("HEAD")) assertThat(answer).contains("MissingAuthenticationToken");
    }

    @Test
    void theQueuesAndBucketsByThemselvesTakeNothingUnsignedEither() {
        int sqs = cloud.endpoint("sqs").getPort();
        int s3 = cloud.endpoint("s3").getPort();

        for (String path :
                new String[] {"/?Action=ListQueues", "/000000000000/Small-Intake?Action=PurgeQueue", "/health"})
            assertThat(send(sqs, "GET", path, "127.0.0.1:" + sqs, "Accept: */*", ""))
                    .startsWith("HTTP/1.1 403")
                    .contains("<Code>MissingAuthenticationToken</Code>");
        for (String path : new String[] {"/", "/small-jobs", "/small-jobs/a", "/healthz"})
            assertThat(send(s3, "GET", path, "127.0.0.1:" + s3, "Accept: */*", ""))
                    .startsWith("HTTP/1.1 403")
                    .contains("AccessDenied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sfn", "s3", "sqs"})
    void aNameThatLeadsHereButIsNotOursIsRefused(String service) {
        int port = cloud.endpoint(service).getPort();
        for (String host : new String[] {
            "evil.example:" + port,
            "evil.example",
            "127.0.0.1.evil.example:" + port,
            "127.0.0.1:1",
            "localhost",
            "",
            "["
        })
            assertThat(send(port, "GET", "/hello/you", host, "Accept: */*", ""))
                    .as(host)
                    .matches("(?s)HTTP/1.1 40[03] .*")
                    .doesNotContain("Hello you");
        assertThat(send(port, "GET", "/hello/you", "evil.example:" + port, "Accept: */*", ""))
                .startsWith("HTTP/1.1 403")
                .contains("127.0.0.1:" + port, "not evil.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "LOCALHOST", "[::1]", "bucket.localhost"})
    void theNamesOfThisMachineAreTaken(String name) {
        assertThat(send(gateway(), "GET", "/hello/you", name + ":" + gateway(), "Accept: */*", ""))
                .startsWith("HTTP/1.1 203")
                .contains("Hello you");
    }

    @ParameterizedTest
    @CsvSource({
        "sfn, POST, /, X-Amz-Target: AWSStepFunctions.ListStateMachines",
        "sfn, POST, /?Action=Unsubscribe&SubscriptionArn=a, Accept: */*",
        "sfn, GET, /2015-03-31/functions, Accept: */*",
        "sqs, POST, /, X-Amz-Target: AmazonSQS.ListQueues",
        "s3, GET, /small-jobs/a, Accept: */*",
        "s3, PUT, /small-jobs/a, Authorization: AWS4-HMAC-SHA256 Credential=test/20261121/us-east-1/s3/aws4_request"
    })
    void aPageOfAnotherSiteIsRefusedBeforeItsSignatureIsLookedAt(
            String service, String method, String path, String header) {
        int port = cloud.endpoint(service).getPort();
        for (String origin :
                new String[] {"http://evil.example", "null", "http://127.0.0.1:1", "https://127.0.0.1:" + port}) {
            String answer = send(port, method, path, "127.0.0.1:" + port, header + "\r\nOrigin: " + origin, "");

            assertThat(answer)
                    .as(origin)
                    .startsWith("HTTP/1.1 403")
                    .contains("AccessDenied")
                    .doesNotContainIgnoringCase("access-control-allow");
        }
    }

    @Test
    void theOutputsThatAnybodyMayReadHoldNoSecret() throws Exception {
        Path data = folder.resolve("data");

        assertThat(data.resolve("outputs.json"))
                .content()
                .doesNotContain("test-secret")
                .contains("aws/credentials");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("aws/credentials"))))
                .isEqualTo("rw-------");
        assertThat(RunningCloud.in(data).orElseThrow().endpoints())
                .containsEntry("gateway", URI.create("http://127.0.0.1:" + gateway()));
        assertThat(RunningCloud.in(folder)).isEmpty();
    }

    private static int gateway() {
        return cloud.endpoint("sfn").getPort();
    }

    private static String send(int port, String method, String path, String host, String header, String body) {
        Map<String, String> headers = new TreeMap<>(Map.of("Host", host));
        Arrays.stream(header.split("\r\n"))
                .map(line -> line.split(": ", 2))
                .forEach(field -> headers.put(field[0], field[1]));
        return RawHttp.send(port, method, path, headers, body);
    }
}
