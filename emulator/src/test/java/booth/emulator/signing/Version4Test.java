package booth.emulator.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import booth.emulator.signing.NotGenuine.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The signatures were made by botocore 1.43.11, of which nothing here is. */
class Version4Test {
    private static final Instant SIGNED = Instant.parse("2026-11-21T20:00:00Z");
    private static final String KEY = "AKIDEXAMPLE";
    private static final String PATH = "/live/@connections/a%3Db//x/";
    private static final String QUERY = "b=1%202&a=";
    private static final String SIGNATURE = "7d58a0a5f90b26effb90851a1144f0cd054f4a4d0ebe62a756b5cc53c706dd8a";
    private static final String AUTHORIZATION =
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261121/us-east-1/states/aws4_request,"
                    + " SignedHeaders=content-type;host;x-amz-date;x-amz-target, Signature=" + SIGNATURE;
    private static final String LINK = "Action=x&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=20261121T200000Z"
            + "&X-Amz-SignedHeaders=host&X-Amz-Expires=60"
            + "&X-Amz-Credential=AKIDEXAMPLE%2F20261121%2Fus-east-1%2Fsts%2Faws4_request"
            + "&X-Amz-Signature=f70c3a610800374d40e05298219d08e7210b20010110df33f5797b23c94c1909";

    @Test
    void whatAnotherSignerSignedIsGenuine() {
        assertThatCode(() -> at(SIGNED).check(post(Map.of()))).doesNotThrowAnyException();
    }

    @Test
    void aLinkIsGenuineUntilItEnds() {
        assertThatCode(() -> at(SIGNED.plusSeconds(60)).check(link(LINK))).doesNotThrowAnyException();

        assertThat(refused(at(SIGNED.plusSeconds(61)), link(LINK)).message()).startsWith("Signature expired: 2026");
        assertThat(refused(at(SIGNED), link(LINK.replace("Action=x", "Action=y")))
                        .reason())
                .isEqualTo(Reason.MISMATCH);
        assertThat(refused(at(SIGNED), link(LINK.replace("Expires=60", "Expires=600")))
                        .reason())
                .isEqualTo(Reason.MISMATCH);
        assertThat(refused(at(SIGNED), link(LINK + "&also=this")).reason()).isEqualTo(Reason.MISMATCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"604801", "0", "-1", "a", ""})
    void aLinkHoldsForAWeekAtMost(String seconds) {
        assertThat(refused(at(SIGNED), link(LINK.replace("Expires=60", "Expires=" + seconds)))
                        .reason())
                .isEqualTo(Reason.INCOMPLETE);
    }

    @Test
    void everythingThatIsSignedCounts() {
        assertThat(refused(at(SIGNED), new Received("PUT", PATH, QUERY, headers(Map.of()), body("{}")))
                        .reason())
                .isEqualTo(Reason.MISMATCH);
        assertThat(refused(at(SIGNED), new Received("POST", "/", QUERY, headers(Map.of()), body("{}")))
                        .reason())
                .isEqualTo(Reason.MISMATCH);
        assertThat(refused(at(SIGNED), new Received("POST", PATH, "b=2", headers(Map.of()), body("{}")))
                        .reason())
                .isEqualTo(Reason.MISMATCH);
        assertThat(refused(at(SIGNED), new Received("POST", PATH, QUERY, headers(Map.of()), body("{ }")))
                        .reason())
                .isEqualTo(Reason.MISMATCH);
        assertThat(refused(at(SIGNED), post(Map.of("X-Amz-Target", "A.C"))).reason())
                .isEqualTo(Reason.MISMATCH);
        assertThat(refused(at(SIGNED), post(Map.of("Host", "127.0.0.1:4701"))).reason())
                .isEqualTo(Reason.MISMATCH);
    }

    @Test
    void whatIsNotSignedMayChange() {
        assertThatCode(() -> at(SIGNED).check(post(Map.of("User-Agent", "other", "Accept", "*/*"))))
                .doesNotThrowAnyException();
    }

    @Test
    void whoHasAnotherSecretIsNotTheOwner() {
        Version4 other = new Version4(KEY, "another", Clock.fixed(SIGNED, ZoneOffset.UTC));

        assertThat(refused(other, post(Map.of())).message())
                .startsWith("The request signature we calculated does not match the signature you provided.");
    }

    @Test
    void anotherKeyIsUnknownAndSoIsOneOfASession() {
        String other = AUTHORIZATION.replace(KEY, "AKIDOTHER");

        assertThat(refused(at(SIGNED), post(Map.of("Authorization", other))).reason())
                .isEqualTo(Reason.UNKNOWN_KEY);
        assertThat(refused(at(SIGNED), post(Map.of("X-Amz-Security-Token", "token")))
                        .reason())
                .isEqualTo(Reason.UNKNOWN_KEY);
    }

    @Test
    void aClockMayBeAQuarterOfAnHourOff() {
        Duration quarter = Duration.ofMinutes(15);
        assertThatCode(() -> at(SIGNED.plus(quarter)).check(post(Map.of()))).doesNotThrowAnyException();
        assertThatCode(() -> at(SIGNED.minus(quarter)).check(post(Map.of()))).doesNotThrowAnyException();

        assertThat(refused(at(SIGNED.plus(quarter).plusSeconds(1)), post(Map.of()))
                        .message())
                .isEqualTo("Signature expired: 20261121T200000Z is now earlier than 20261121T200001Z"
                        + " (20261121T201501Z - 15 min.)");
        assertThat(refused(at(SIGNED.minus(quarter).minusSeconds(1)), post(Map.of()))
                        .message())
                .startsWith("Signature not yet current: 20261121T200000Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Bearer pb_key                                                       | algorithm
            AWS AKIDEXAMPLE:c2ln                                                | algorithm
            AWS4-HMAC-SHA256                                                    | algorithm
            AWS4-HMAC-SHA256 Signature=0, SignedHeaders=host                    | 'Credential'
            AWS4-HMAC-SHA256 Credential=a/b/c/d/aws4_request, Signature=0       | 'SignedHeaders'
            AWS4-HMAC-SHA256 Credential=a/b/c/d/aws4_request, SignedHeaders=a   | 'Signature'
            AWS4-HMAC-SHA256 Credential=a, SignedHeaders=a, Signature=0         | 5 slash-delimited
            AWS4-HMAC-SHA256 ,,=,==,Credential,Signature                        | 'Credential'
            """)
    void whatIsNotWholeSaysWhatIsMissing(String authorization, String missing) {
        NotGenuine refused = refused(at(SIGNED), post(Map.of("Authorization", authorization)));

        assertThat(refused.reason()).isEqualTo(Reason.INCOMPLETE);
        assertThat(refused.message()).contains(missing);
    }

    @Test
    void aDateThatIsNoneIsNamed() {
        assertThat(refused(at(SIGNED), post(Map.of("X-Amz-Date", "yesterday"))).message())
                .contains("'yesterday'");
    }

    @Test
    void theHostMustBeSigned() {
        String without = AUTHORIZATION.replace("content-type;host;", "content-type;");

        assertThat(refused(at(SIGNED), post(Map.of("Authorization", without))).message())
                .startsWith("'Host'");
    }

    @Test
    void whatIsNotSignedAtAllIsMissingItsToken() {
        Received unsigned = new Received("GET", "/", "", Map.of("Host", List.of("127.0.0.1")), body(""));

        assertThat(refused(at(SIGNED), unsigned).reason()).isEqualTo(Reason.UNSIGNED);
    }

    @Test
    void nonsenseIsRefusedAndNoFault() {
        assertThat(refused(at(SIGNED), post(Map.of("Host", "a b:99999999999"))).reason())
                .isEqualTo(Reason.MISMATCH);
        assertThat(refused(at(SIGNED), link(LINK + "&%zz=1")).reason()).isEqualTo(Reason.INCOMPLETE);
        String nowhere = AUTHORIZATION.replace("us-east-1/states", "/");
        assertThat(refused(at(SIGNED), post(Map.of("Authorization", nowhere))).reason())
                .isEqualTo(Reason.MISMATCH);
    }

    private static Version4 at(Instant now) {
        return new Version4(KEY, "secret", Clock.fixed(now, ZoneOffset.UTC));
    }

    private static NotGenuine refused(Signatures signatures, Received request) {
        NotGenuine refused = catchThrowableOfType(NotGenuine.class, () -> signatures.check(request));
        assertThat(refused).isNotNull();
        return refused;
    }

    private static Received post(Map<String, String> others) {
        return new Received("POST", PATH, QUERY, headers(others), body("{}"));
    }

    private static Received link(String query) {
        return new Received("GET", "/", query, Map.of("Host", List.of("127.0.0.1:4700")), body(""));
    }

    private static Map<String, List<String>> headers(Map<String, String> others) {
        Map<String, String> headers = new HashMap<>(Map.of(
                "Host", "127.0.0.1:4700",
                "X-Amz-Target", "A.B",
                "Content-Type", "application/x-amz-json-1.0",
                "X-Amz-Date", "20261121T200000Z",
                "Authorization", AUTHORIZATION));
        headers.putAll(others);
        Map<String, List<String>> lists = new HashMap<>();
        headers.forEach((name, value) -> lists.put(name, List.of(value)));
        return lists;
    }

    private static byte[] body(String text) {
        return text.getBytes(UTF_8);
    }
}
