package booth.notify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.aws.Clients;
import booth.core.Busy;
import booth.core.Json;
import booth.core.StubServer;
import booth.core.StubServer.Call;
import booth.core.StubServer.Reply;
import booth.core.job.Callback;
import booth.core.job.Job;
import booth.core.job.JobRequest;
import booth.core.job.JobView;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What SNS and API Gateway are told over the wire. */
class WireTest {
    private static final StaticCredentialsProvider SOMEONE =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret"));

    private Reply reply =
            Reply.of(200, "<PublishResponse><PublishResult><MessageId>m</MessageId></PublishResult></PublishResponse>");
    private final StubServer server = new StubServer(call -> reply);
    private final Announcer topic = new SnsAnnouncer(
            Clients.build(
                    SnsClient.builder()
                            .endpointOverride(server.url())
                            .region(Region.US_WEST_2)
                            .credentialsProvider(SOMEONE),
                    Duration.ofSeconds(10)),
            "arn:aws:sns:us-west-2:000000000000:jobs");
    private final Stream stream = new ApiGatewayStream(Clients.build(
            ApiGatewayManagementApiClient.builder()
                    .endpointOverride(URI.create(server.url() + "/live"))
                    .region(Region.US_WEST_2)
                    .credentialsProvider(SOMEONE),
            Duration.ofSeconds(10)));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void primingPublishesNothing() {
        reply = Reply.of(
                400,
                "<ErrorResponse><Error><Code>InvalidParameter</Code><Message>Empty message</Message></Error>"
                        + "</ErrorResponse>");

        topic.prime();

        assertThat(server.calls())
                .singleElement()
                .satisfies(call ->
                        assertThat(call.body()).contains("Action=Publish").doesNotContain("Message=%", "Message=a"));
    }

    @Test
    void theTopicGetsTheJobAndWordsToFilterBy() {
        NotifyFixture fixture = new NotifyFixture();
        JobView view = JobView.of(NotifyFixture.JOB, fixture.store, key -> key).orElseThrow();

        topic.announce(view);

        Map<String, String> form = form(server.calls().get(0));
        assertThat(form)
                .containsEntry("Action", "Publish")
                .containsEntry("TopicArn", "arn:aws:sns:us-west-2:000000000000:jobs")
                .containsEntry("Message", Json.text(view));
        assertThat(form.values()).contains("status", "queued", "booth", "hall");
    }

    @Test
    void aBoothsAddressIsDueOnlyWhereItNamedOne() {
        reply = Reply.of(200, "{\"MessageId\":\"m\",\"MD5OfMessageBody\":\"\"}");
        Job without = new NotifyFixture().job();
        JobRequest asked = without.request();
        Job with = Job.awaitingUpload(
                        without.jobId(),
                        new JobRequest(
                                asked.filename(),
                                asked.contentType(),
                                asked.id(),
                                asked.requestId(),
                                asked.booth(),
                                asked.prompts(),
                                asked.mode(),
                                Optional.of(new Callback("https://booth.example/ended", "key"))),
                        NotifyFixture.START)
                .queued(2, NotifyFixture.NOW);
        Callbacks queue = new SqsCallbacks(
                Clients.build(
                        SqsClient.builder()
                                .endpointOverride(server.url())
                                .region(Region.US_WEST_2)
                                .credentialsProvider(SOMEONE)
                                .checksumValidationEnabled(false),
                        Duration.ofSeconds(10)),
                server.url() + "/000000000000/callbacks");

        queue.due(without);
        assertThat(server.calls()).isEmpty();
        queue.due(with);
        assertThat(server.calls().get(0).body())
                .contains(
                        "{\\\"jobId\\\":\\\"" + NotifyFixture.JOB + "\\\",\\\"attempt\\\":2}",
                        "\"MessageGroupId\":\"hall\"");
    }

    @Test
    void aThrottlingTopicIsBusy() {
        reply = Reply.of(
                400,
                "<ErrorResponse><Error><Type>Sender</Type><Code>Throttling</Code>"
                        + "<Message>Rate exceeded</Message></Error></ErrorResponse>");
        JobView view = JobView.of(NotifyFixture.JOB, new NotifyFixture().store, key -> key)
                .orElseThrow();

        assertThatThrownBy(() -> topic.announce(view)).isInstanceOf(Busy.class);
    }

    @Test
    void aMessageIsPostedToItsConnection() {
        reply = Reply.of(200, "");

        assertThat(stream.send("L0SM9cOFvHcCIhw=", "{\"a\":1}".getBytes(UTF_8))).isEqualTo(Stream.Delivery.SENT);

        Call call = server.calls().get(0);
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.path()).isEqualTo("/live/@connections/L0SM9cOFvHcCIhw=");
        assertThat(call.body()).isEqualTo("{\"a\":1}");
    }

    @Test
    void aClosedConnectionIsGoneAndAnOutageIsNot() {
        reply = Reply.error(410, "GoneException", "Gone");
        assertThat(stream.send("c", new byte[0])).isEqualTo(Stream.Delivery.GONE);

        reply = Reply.error(503, "ServiceUnavailable", "Down");
        assertThat(stream.send("c", new byte[0])).isEqualTo(Stream.Delivery.FAILED);
    }

    private static Map<String, String> form(Call call) {
        return Arrays.stream(call.body().split("&", -1))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> URLDecoder.decode(field[0], UTF_8), field -> URLDecoder.decode(field[1], UTF_8)));
    }
}
