package booth.core.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import booth.core.Primed;
import booth.core.image.ImageCodecs;
import java.util.ArrayList;
import java.util.List;
import org.crac.Core;
import org.junit.jupiter.api.Test;

class PrimingTest {
    private final List<String> done = new ArrayList<>();
    private final List<String> log = new ArrayList<>();

    private final Primed store = part("store");
    private final Primed model = part("model");

    private Primed part(String name) {
        return new Primed() {
            @Override
            public void prime() {
                done.add(name);
            }
        };
    }

    @Test
    void everyPartIsUsedOnceBeforeTheSnapshot() {
        new Priming(List.of(store, model), new JsonLog(log::add)).beforeCheckpoint(Core.getGlobalContext());

        assertThat(done).containsExactly("store", "model");
        assertThat(log).singleElement().asString().startsWith("{\"event\":\"primed\",\"millis\":");
    }

    @Test
    void aPartThatFailsKeepsNobodyFromTheSnapshot() {
        Primed broken = new Primed() {
            @Override
            public void prime() {
                throw new IllegalStateException("The image model sleeps.");
            }
        };
        Primed incomplete = new Primed() {
            @Override
            public void prime() {
                throw new NoClassDefFoundError("Codec");
            }
        };

        new Priming(List.of(broken, incomplete, model), new JsonLog(log::add))
                .beforeCheckpoint(Core.getGlobalContext());

        assertThat(done).containsExactly("model");
        assertThat(log)
                .contains(
                        "{\"event\":\"not_primed\",\"error\":\"java.lang.IllegalStateException\","
                                + "\"message\":\"The image model sleeps.\"}",
                        "{\"event\":\"not_primed\",\"error\":\"java.lang.NoClassDefFoundError\",\"message\":\"Codec\"}");
    }

    @Test
    void whatIsRegisteredStaysAsLongAsItsHandler() {
        Object handler = new Object();

        Priming.register(handler, store);

        assertThat(Priming.of(handler)).isPresent();
        assertThat(Priming.of(new Object())).isEmpty();
        assertThat(done).as("nothing happens before a snapshot").isEmpty();
    }

    @Test
    void picturesOfBothKindsAreOpenedAndWritten() {
        assertThatCode(new ImageCodecs()::prime).doesNotThrowAnyException();
    }
}
