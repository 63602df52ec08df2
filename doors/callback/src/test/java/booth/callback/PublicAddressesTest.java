package booth.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {
    /** Java reads the first as 177.0.0.1, C as 127.0.0.1; it may stand in jobs of an earlier release. */
    @ParameterizedTest
    @ValueSource(strings = {"0177.0.0.1", "010.8.8.8", "134744072", "8.2056", "0x08080808"})
    void whatCanBeReadInTwoWaysLeadsNowhere(String host) {
        assertThatThrownBy(() -> new PublicAddresses().resolve(host)).isInstanceOf(PublicAddresses.NotPublic.class);
    }

    @Test
    void anAddressOfThePublicInternetIsItself() throws UnknownHostException {
        assertThat(new PublicAddresses().resolve("8.8.8.8"))
                .extracting(found -> found.getHostAddress())
                .containsExactly("8.8.8.8");
    }
}
