package booth.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.image.Frame;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.JobRequest;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    record Everything(String text, int number, Optional<String> maybe, List<String> list, Instant at) {}

    private static final String FULL =
            "{\"text\":\"a\",\"number\":1,\"maybe\":\"b\",\"list\":[\"c\"],\"at\":\"2026-11-20T10:15:30.500Z\"}";

    @Test
    void recordsComeBackAsTheyWere() {
        Everything value =
                new Everything("a", 1, Optional.of("b"), List.of("c"), Instant.parse("2026-11-20T10:15:30.500Z"));

        assertThat(Json.text(value)).isEqualTo(FULL);
        assertThat(Json.bytes(value)).asString().isEqualTo(FULL);
        assertThat(TestJson.read(FULL, Everything.class)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"maybe\":null,"})
    void anOptionalMayBeLeftOut(String maybe) {
        String json = "{\"text\":\"a\",\"number\":1," + maybe + "\"list\":[],\"at\":\"2026-11-20T10:15:30Z\"}";

        Everything value = TestJson.read(json, Everything.class);

        assertThat(value.maybe()).isEmpty();
        assertThat(Json.text(value)).doesNotContain("maybe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"text\":\"a\",", "\"number\":1,", "\"list\":[\"c\"],"})
    void nothingElseMayBeLeftOut(String field) {
        assertThatThrownBy(() -> TestJson.read(FULL.replace(field, ""), Everything.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the test's JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"text\":null", "\"number\":null", "\"list\":null"})
    void norBeNull(String field) {
        String name = field.substring(0, field.indexOf(':'));
        String json = FULL.replaceFirst(name + ":(\"a\"|1|\\[\"c\"])", field);

        assertThat(json).contains(field);
        assertThatThrownBy(() -> TestJson.read(json, Everything.class)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aJobIsReadBackWithoutItsAbsentFields() {
        JobRequest request =
                new JobRequest("a.jpg", "image/jpeg", Optional.empty(), Optional.empty(), "hall", List.of());
        Job job = Job.awaitingUpload(JobId.random(), request, Instant.EPOCH);

        assertThat(Json.text(job)).doesNotContain("requestId");
        assertThat(TestJson.read(Json.text(job), Job.class)).isEqualTo(job);
    }

    @Test
    void unknownFieldsAreErrors() {
        assertThatThrownBy(() -> TestJson.read(FULL.replace("{", "{\"txet\":1,"), Everything.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasStackTraceContaining("txet");
    }

    record Flat(String name, @JsonUnwrapped Size size) {
        record Size(int width, Optional<Integer> height) {}
    }

    @Test
    void thePartsOfARecordMayBeFlat() {
        Flat value = new Flat("a", new Flat.Size(1, Optional.of(2)));

        assertThat(Json.text(value)).isEqualTo("{\"name\":\"a\",\"width\":1,\"height\":2}");
        assertThat(TestJson.read(Json.text(value), Flat.class)).isEqualTo(value);
        assertThat(TestJson.read("{\"width\":1,\"name\":\"a\"}", Flat.class)
                        .size()
                        .height())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"a\",\"width\":1,\"depth\":3}",
                "{\"name\":\"a\",\"width\":1,\"size\":{\"width\":1}}",
                "{\"name\":\"a\",\"size\":{\"width\":1}}",
                "{\"name\":\"a\"}",
                "{\"width\":1}",
                "{\"name\":\"a\",\"width\":null}",
                "[]"
            })
    void flatPartsAreReadAsStrictly(String json) {
        assertThatThrownBy(() -> TestJson.read(json, Flat.class)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNumberInQuotesIsNoNumber() {
        assertThatThrownBy(() -> TestJson.read(FULL.replace(":1,", ":\"1\","), Everything.class))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatFollowsTheValueIsAnError() {
        assertThatThrownBy(() -> TestJson.read(FULL + "{}", Everything.class))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRefusalFromInsideAValueRisesAsItIs() {
        assertThatThrownBy(() -> TestJson.read("{\"width\":5,\"height\":5}", Frame.class))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("INVALID_FRAME: ");
    }
}
