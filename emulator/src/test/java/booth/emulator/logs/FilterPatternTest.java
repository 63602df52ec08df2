package booth.emulator.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.emulator.wire.ServiceError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterPatternTest {
    private static final String LINE = "{\"event\":\"busy\",\"jobId\":\"0a1b\",\"state\":\"Titan 1\",\"attempt\":2}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{ $.jobId = \"0a1b\" }|true",
                "{$.jobId=\"0a1b\"}|true",
                "{ $.jobId = \"0a1\" }|false",
                "{ $.jobId = \"0a1b\" && $.state = \"Titan 1\" }|true",
                "{ $.jobId = \"0a1b\" && $.state = \"Titan 2\" }|false",
                "{ $.state = \"Titan 1\" && $.attempt = 2 && $.event = \"busy\" }|true",
                "{ $.attempt = 2.0 }|true",
                "{ $.attempt = 3 }|false",
                "{ $.attempt = \"2\" }|false",
                "{ $.index = 2 }|false",
                "''|true",
                "'  '|true"
            })
    void aLineIsFoundIfEverythingHolds(String pattern, boolean found) {
        assertThat(FilterPattern.parse(pattern).matches(LINE)).isEqualTo(found);
    }

    @Test
    void plainWordsAreFoundOnlyByAnEmptyPattern() {
        assertThat(FilterPattern.parse("").matches("Hello")).isTrue();
        assertThat(FilterPattern.parse("{ $.jobId = \"0a1b\" }").matches("Hello"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ERROR",
                "{ }",
                "{ $.jobId }",
                "{ $.jobId = 0a1b }",
                "{ $.jobId = \"0a*\" }",
                "{ $.jobId != \"0a1b\" }",
                "{ $.jobId = \"a\" || $.jobId = \"b\" }",
                "{ ($.jobId = \"a\") }",
                "{ $.jobId = \"a\" && }",
                "{ $.a.b = \"a\" }",
                "{ $.jobId = \"a\"",
                "[ip, user]"
            })
    void whatIsNotKnownHereIsRefusedWithWhatIs(String pattern) {
        assertThatThrownBy(() -> FilterPattern.parse(pattern))
                .isInstanceOfSatisfying(
                        ServiceError.class, error -> assertThat(error.code()).isEqualTo("InvalidParameterException"))
                .hasMessageContaining("{ $.field = \"value\" }");
    }
}
