package booth.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cloud is its owner's alone: nothing unsigned, no other site's page, under no other name. */
class NobodyElseTest extends OnSmallCloud {
    /** What a page can send without asking beforehand, and what other programs of the machine can. */
    static Stream<String[]> unsigned() {
        return Stream.of(
                new String[] {"POST", "/", "X-Amz-Target: AWSStepFunctions.ListStateMachines", "{}"},
                new String[] {"POST", "/", "X-Amz-Target: Logs_20140328.DescribeLogGroups", "{}"},
                new String[] {"POST", "/", "X-Amz-Target: AmazonSQS.ListQueues", "{}"},
                new String[] {"POST", "/", "X-Amz-Target: secretsmanager.ListSecrets", "{}"},
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
        String answer = send(port(), method, path, "127.0.0.1:" + port(), header, body);

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
        assertThat(send(port(), "GET", "/hello/you", name + ":" + port(), "Accept: */*", ""))
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
                .containsEntry("gateway", URI.create("http://127.0.0.1:" + port()));
        assertThat(RunningCloud.in(folder)).isEmpty();
    }

    private static String send(int port, String method, String path, String host, String header, String body) {
        Map<String, String> headers = new TreeMap<>(Map.of("Host", host));
        Arrays.stream(header.split("\r\n"))
                .map(line -> line.split(": ", 2))
                .forEach(field -> headers.put(field[0], field[1]));
        return RawHttp.send(port, method, path, headers, body);
    }
}
