package booth.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import booth.emulator.account.Account;
import booth.emulator.account.TestAccount;
import booth.emulator.account.TestClients;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sfn.SfnClient;

/** Step Functions alone is for the programs of this machine, whatever their keys, and for no page. */
class StatesEndpointDoorTest {
    private final StatesEndpoint endpoint;

    StatesEndpointDoorTest(@TempDir Path folder) {
        endpoint = new StatesEndpoint(
                TestSettings.data(folder, false),
                0,
                TestAccount.LOCAL,
                new StatesEndpoint.Services(Optional.empty(), Optional.empty(), Optional.empty(), service -> "none"));
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "AKIASOMEBODYS"})
    void anyKeysAreTaken(String key) {
        Account caller = new Account("123456789012", "eu-north-1", key, "any secret");
        try (SfnClient states = TestClients.of(SfnClient.builder(), caller, port())) {
            assertThat(states.listStateMachines().stateMachines()).isEmpty();
        }
    }

    @Test
    void noKeysAreTakenToo() {
        assertThat(list(Map.of())).startsWith("HTTP/1.1 200").contains("stateMachines");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:", "localhost:", "states.localhost:", "[::1]:"})
    void theNamesOfThisMachineAreTaken(String name) {
        assertThat(list(Map.of("Host", name + port()))).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example:", "127.0.0.1.evil.example:", "localhost.evil.example:"})
    void aNameThatLeadsHereButIsNotOursIsRefused(String name) {
        assertThat(list(Map.of("Host", name + port())))
                .startsWith("HTTP/1.1 403")
                .contains("127.0.0.1:" + port())
                .doesNotContain("stateMachines");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "http://127.0.0.1:1", "https://127.0.0.1"})
    void aPageOfAnotherSiteIsRefused(String origin) {
        assertThat(list(Map.of("Origin", origin)))
                .startsWith("HTTP/1.1 403")
                .contains("AccessDenied")
                .doesNotContain("stateMachines")
                .doesNotContainIgnoringCase("access-control-allow");
    }

    private String list(Map<String, String> more) {
        Map<String, String> headers = new TreeMap<>(Map.of(
                "Host", "127.0.0.1:" + port(),
                "Content-Type", "application/x-amz-json-1.0",
                "X-Amz-Target", "AWSStepFunctions.ListStateMachines"));
        headers.putAll(more);
        return RawHttp.send(port(), "POST", "/", headers, "{}");
    }

    private int port() {
        return endpoint.url().getPort();
    }
}
