package booth.emulator.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FairLineTest {
    private final FairLine<String> line = new FairLine<>();

    @Test
    void tenantsTakeTurnsHoweverManyCallsOneOfThemHas() {
        join("crowd", "10:00", "a1", "a2", "a3", "a4");
        join("guest", "10:05", "b1", "b2");

        assertThat(everybody()).containsExactly("a1", "b1", "a2", "b2", "a3", "a4");
    }

    @Test
    void whoComesAfterACrowdWaitsForNoneOfItsLine() {
        line.served(new Caller("crowd", "10:00"));
        join("crowd", "10:00", "a2", "a3");
        join("guest", "10:05", "b1");

        assertThat(line.next()).contains("b1");
    }

    @Test
    void aTenantsCallsGoByAgeAndThoseOfOneAgeAsTheyCame() {
        join("crowd", "10:02", "second photo");
        join("crowd", "10:01", "first photo, first face", "first photo, second face");

        assertThat(everybody()).containsExactly("first photo, first face", "first photo, second face", "second photo");
    }

    @Test
    void whoLeftIsNotServedAndCannotLeaveTwice() {
        join("crowd", "10:00", "a1", "a2");

        assertThat(line.leave(new Caller("crowd", "10:00"), "a1")).isTrue();
        assertThat(line.leave(new Caller("crowd", "10:00"), "a1")).isFalse();
        assertThat(everybody()).containsExactly("a2");
    }

    @Test
    void anEmptyLineHasNobodyNext() {
        assertThat(line.next()).isEmpty();
        assertThat(line.leave(Caller.NOBODY, "a1")).isFalse();
    }

    private void join(String tenant, String since, String... calls) {
        for (String call : calls) line.join(new Caller(tenant, since), call);
    }

    private List<String> everybody() {
        return Stream.generate(line::next)
                .takeWhile(Optional::isPresent)
                .map(Optional::get)
                .toList();
    }
}
