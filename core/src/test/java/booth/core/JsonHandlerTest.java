package booth.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonHandlerTest {
    record Question(Frame frame, Optional<String> note) {}

    record Answer(int pixels, Optional<String> note) {}

    private static final class Area extends JsonHandler<Question, Answer> {
        Area() {
            super(Question.class, q -> new Answer(q.frame().width() * q.frame().height(), q.note()));
        }
    }

    @Test
    void recordsGoInAndOutAsJson() {
        assertThat(invoke("{\"frame\":{\"width\":1024,\"height\":64},\"note\":\"hi\"}"))
                .isEqualTo("{\"pixels\":65536,\"note\":\"hi\"}");
    }

    @Test
    void absentOptionalsAreLeftOut() {
        assertThat(invoke("{\"frame\":{\"width\":1024,\"height\":64}}")).isEqualTo("{\"pixels\":65536}");
    }

    @Test
    void anUnknownFieldIsRejectedByName() {
        assertThatThrownBy(() -> invoke("{\"frame\":{\"width\":1024,\"height\":64,\"depth\":3}}"))
                .hasMessageContaining("depth");
    }

    @Test
    void aMissingFieldIsRejectedByName() {
        assertThatThrownBy(() -> invoke("{\"frame\":{\"width\":1024}}")).hasMessageContaining("height");
        assertThatThrownBy(() -> invoke("{}")).hasMessageContaining("frame");
    }

    @Test
    void aRefusalFromARecordKeepsItsName() {
        assertThatThrownBy(() -> invoke("{\"frame\":{\"width\":1024,\"height\":65}}"))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("INVALID_FRAME: ");
    }

    private static String invoke(String json) {
        return Invocation.of(new Area(), json);
    }
}
