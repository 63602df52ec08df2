package booth.callback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Json;
import booth.core.StubServer;
import booth.core.StubServer.Call;
import booth.core.StubServer.Reply;
import booth.core.job.Job;
import booth.core.job.JobView;
import booth.core.job.Status;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a booth's own server is told, over the wire. */
class CallbackHandlerTest {
    private Reply reply = Reply.of(204, "");
    private final StubServer booth = new StubServer(call -> reply);
    private final CallbackFixture fixture = new CallbackFixture(
            booth.url().resolve("/ended"), new HttpWebhookClient(SystemDefaultDnsResolver.INSTANCE));

    @AfterEach
    void close() {
        booth.close();
    }

    @Test
    void theBoothGetsTheJobAsPollingShowsIt() {
        assertThat(fixture.deliver(1).getBatchItemFailures()).isEmpty();

        Call call = booth.calls().get(0);
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.path()).isEqualTo("/ended");
        assertThat(call.header("content-type")).startsWith("application/json");
        assertThat(call.body())
                .isEqualTo(Json.text(JobView.of(CallbackFixture.JOB, fixture.store, key -> "https://link/" + key)
                        .orElseThrow()));
        assertThat(fixture.log)
                .singleElement()
                .asString()
                .contains("callback_taken")
                .doesNotContain("/ended");
    }

    @Test
    void itIsSignedWithTheSecretOfTheKeyThatOpenedTheJob() throws GeneralSecurityException {
        fixture.deliver(1);

        Call call = booth.calls().get(0);
        assertThat(call.header("webhook-id")).isEqualTo(CallbackFixture.JOB + "-r0-succeeded");
        assertThat(call.header("webhook-timestamp")).isEqualTo(Long.toString(CallbackFixture.NOW.getEpochSecond()));
        assertThat(call.header("webhook-signature"))
                .isEqualTo("v1,"
                        + hmac(
                                fixture.key.webhookSecret(),
                                call.header("webhook-id") + "." + call.header("webhook-timestamp") + "."
                                        + call.body()));
    }

    @Test
    void aPartThatGrowsIsAnotherMessageEachTime() {
        List<String> ids = List.of("-r0-partial-1", "-r0-partial-2", "-r0-succeeded");
        for (int made = 1; made <= 3; made++) {
            Status status = made == 3 ? Status.SUCCEEDED : Status.PARTIAL;
            List<Job.PictureResult> pictures = IntStream.rangeClosed(1, made)
                    .mapToObj(i -> new Job.PictureResult(i, Optional.of("key"), Optional.empty()))
                    .toList();
            fixture.jobs.update(
                    CallbackFixture.JOB, job -> job.ended(status, pictures, Optional.empty(), CallbackFixture.NOW));
            fixture.deliver(1);
            fixture.deliver(2);
        }

        assertThat(booth.calls())
                .extracting(call -> call.header("webhook-id"))
                .containsExactlyElementsOf(ids.stream()
                        .flatMap(id -> Stream.of(CallbackFixture.JOB + id, CallbackFixture.JOB + id))
                        .toList());
    }

    private static String hmac(String secret, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({"1,5", "2,30", "3,120", "4,600", "5,1800", "6,7200", "7,18000", "8,18000"})
    void whatIsNotTakenIsRetriedLaterAndLater(int tries, long seconds) {
        reply = Reply.of(500, "");

        assertThat(fixture.deliver(tries).getBatchItemFailures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.getItemIdentifier()).isEqualTo("m"));
        assertThat(fixture.queue.delays()).containsExactly(Map.entry("receipt-" + tries, Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @CsvSource({"90,90", "2,5", "99999,3600", "'Wed, 21 Oct 2026 07:28:00 GMT',5"})
    void aBoothMayAskForMorePatienceUpToAnHour(String retryAfter, long seconds) {
        reply = new Reply(429, Map.of("Retry-After", retryAfter), "");

        fixture.deliver(1);

        assertThat(fixture.queue.delays()).containsValue(Duration.ofSeconds(seconds));
    }

    @Test
    void anAddressThatIsGoneIsNotAskedAgain() {
        reply = Reply.of(410, "");

        assertThat(fixture.deliver(1).getBatchItemFailures()).isEmpty();
        assertThat(fixture.log).singleElement().asString().contains("callback_given_up");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void noRedirectIsFollowed(int status) {
        reply = new Reply(status, Map.of("Location", booth.url() + "/elsewhere"), "");

        assertThat(fixture.deliver(1).getBatchItemFailures()).hasSize(1);
        assertThat(booth.calls()).extracting(Call::path).containsExactly("/ended");
    }

    @Test
    void aServerThatIsAwayIsTriedAgain() throws IOException {
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/ended");
        }
        CallbackFixture other = new CallbackFixture(nobody, new HttpWebhookClient(SystemDefaultDnsResolver.INSTANCE));

        assertThat(other.deliver(1).getBatchItemFailures()).hasSize(1);
        assertThat(other.log).singleElement().asString().contains("callback_not_taken");
    }

    @Test
    void aPrivateAddressIsNeverConnectedTo() {
        int port = booth.url().getPort();
        for (String host : new String[] {"127.0.0.1", "localhost", "[::1]", "2130706433"}) {
            CallbackFixture other = new CallbackFixture(
                    URI.create("http://" + host + ":" + port + "/"), new HttpWebhookClient(new PublicAddresses()));

            assertThat(other.deliver(1).getBatchItemFailures()).isEmpty();
            assertThat(other.log).singleElement().asString().contains("callback_given_up");
        }
        assertThat(booth.calls()).isEmpty();
    }

    @Test
    void aJobThatRunsAgainOrIsErasedOrWhoseKeyWasRevokedIsNotToldOf() {
        fixture.jobs.update(CallbackFixture.JOB, job -> job.queued(1, CallbackFixture.NOW));
        assertThat(fixture.deliver(1).getBatchItemFailures()).isEmpty();
        assertThat(fixture.log).isEmpty();

        fixture.keys.revoke(fixture.key.id());
        fixture.jobs.update(
                CallbackFixture.JOB,
                job -> job.queued(0, CallbackFixture.NOW)
                        .ended(Status.CANCELED, List.of(), Optional.empty(), CallbackFixture.NOW));
        assertThat(fixture.deliver(1).getBatchItemFailures()).isEmpty();
        assertThat(fixture.log).singleElement().asString().contains("revoked");

        fixture.store.delete("photo/" + CallbackFixture.JOB + "/job.json");
        assertThat(fixture.deliver(1).getBatchItemFailures()).isEmpty();
        assertThat(booth.calls()).isEmpty();
    }
}
