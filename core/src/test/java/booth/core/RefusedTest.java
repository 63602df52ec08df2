package booth.core;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.job.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedTest {
    @ParameterizedTest
    @ValueSource(strings = {"No face was found.", "Two: colons: here", "two\nlines", "한국어", ""})
    void codeAndSentenceSurviveTheJourneyAsAMessage(String sentence) {
        Refused sent = new Refused("NO_FACE2", sentence);

        assertThat(Refused.parse(String.valueOf(sent.getMessage())))
                .hasValueSatisfying(arrived -> assertThat(Problem.of(arrived)).isEqualTo(Problem.of(sent)));
        assertThat(sent.sentence()).isEqualTo(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Something broke.", "no_face: small letters", "NO_FACE", "NO FACE: a space", ": empty"})
    void otherMessagesAreNoRefusals(String message) {
        assertThat(Refused.parse(message)).isEmpty();
    }

    @Test
    void refusalsAreNotWorthARetry() {
        assertThat(Problem.of(new Refused("NO_FACE", "Step closer.")))
                .isEqualTo(new Problem("NO_FACE", "Step closer.", false));
    }
}
