package booth.core.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0177.0.0.1",
                "177.0.0.01",
                "00.0.0.0",
                "0x7f000001",
                "0X7F000001",
                "0x7f.0.0.1",
                "127.0.0.0x1",
                "0x",
                "127.1",
                "127.0.1",
                "2130706433",
                "134744072",
                "127.0.0.1.1",
                "256.0.0.1",
                "1.2.3.",
                "1",
                "[::ffff:0177.0.0.1]",
                "::ffff:127.1"
            })
    void aNumberThatProgramsReadDifferentlyIsAmbiguous(String host) {
        assertThat(new Host(host).isAmbiguous()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "8.8.8.8",
                "8.8.8.8.",
                "255.249.199.100",
                "[::1]",
                "[2606:4700:4700::1111]",
                "[::ffff:8.8.8.8]",
                "::ffff:8.8.8.8"
            })
    void anAddressInItsOneFormIsNot(String host) {
        assertThat(new Host(host).isAmbiguous()).isFalse();
        assertThat(new Host(host).isNumeric()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"booth.example", "127.0.0.1.nip.example", "0x7f.example", "3com", "x1", "0xcafe.0xes"})
    void norIsAName(String host) {
        assertThat(new Host(host).isAmbiguous()).isFalse();
        assertThat(new Host(host).isNumeric()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "localhost.", "LOCALHOST", "LocalHost.", "booth.localhost", "booth.LOCALHOST."})
    void theMachineItselfIsKnownHoweverItIsWritten(String host) {
        assertThat(new Host(host).isLocal()).isTrue();
        assertThat(new Host("my" + host).isLocal()).isEqualTo(host.contains("booth"));
    }
}
