package booth.emulator.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import booth.emulator.account.TestAccount;
import booth.emulator.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimetableTest {
    private static final String RULE = "arn:aws:events:us-east-1:000000000000:rule/water";
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final List<String> called = new CopyOnWriteArrayList<>();
    private final Timetable timetable = new Timetable(TestAccount.LOCAL, now::get, (target, event) -> {
        if (target.equals("broken")) throw new IllegalStateException("not now");
        called.add(event);
    });

    @AfterEach
    void close() {
        timetable.close();
    }

    @Test
    void aRuleComesOnceInEachMinuteThatItIsDue() {
        add("rate(15 minutes)", target(Optional.of("water")));

        timetable.strike(NOON.plusSeconds(1));
        timetable.strike(NOON.plus(Duration.ofMinutes(14)));
        assertThat(called).isEmpty();
        timetable.strike(NOON.plus(Duration.ofMinutes(15)));
        timetable.strike(NOON.plus(Duration.ofMinutes(15)).plusSeconds(40));
        timetable.strike(NOON.plus(Duration.ofMinutes(30)));

        assertThat(called).containsExactly("water", "water");
    }

    @Test
    void whatCameDueInASleepComesOnceAndAtOnce() {
        add("rate(15 minutes)", target(Optional.of("water")));
        add("cron(30 12 * * ? *)", target(Optional.of("lunch")));
        add("cron(30 11 * * ? *)", target(Optional.of("missed before the start")));

        timetable.strike(NOON.plus(Duration.ofHours(8)).plusSeconds(90));

        assertThat(called).containsExactly("water", "lunch");
    }

    @Test
    void aClockThatIsPutBackCallsNobodyTwice() {
        add("rate(15 minutes)", target(Optional.of("water")));

        timetable.strike(NOON.plus(Duration.ofMinutes(15)));
        timetable.strike(NOON);
        timetable.strike(NOON.plus(Duration.ofMinutes(16)));

        assertThat(called).containsExactly("water");
    }

    @Test
    void whoIsCalledLearnsByWhichRuleAndWhen() throws Exception {
        add("rate(1 hour)", target(Optional.empty()));

        timetable.strike(NOON.plus(Duration.ofHours(1)));

        JsonNode event = Json.MAPPER.readTree(called.get(0));
        assertThat(event.path("source").asText()).isEqualTo("aws.events");
        assertThat(event.path("detail-type").asText()).isEqualTo("Scheduled Event");
        assertThat(event.path("time").asText()).isEqualTo("2026-11-22T13:00:00Z");
        assertThat(event.at("/resources/0").asText()).isEqualTo(RULE);
    }

    @Test
    void aTargetThatCannotBeHadKeepsNoOtherFromItsCall() {
        timetable.add(
                RULE,
                Schedule.of("rate(1 minute)"),
                List.of(new RuleTarget("broken", Optional.empty()), target(Optional.of("water"))));

        timetable.strike(NOON.plus(Duration.ofMinutes(1)));
        timetable.strike(NOON.plus(Duration.ofMinutes(2)));

        assertThat(called).containsExactly("water", "water");
    }

    @Test
    void theClockOfTheMachineIsLookedAt() {
        add("rate(1 minute)", target(Optional.of("water")));
        timetable.start(Duration.ofDays(1));

        now.set(NOON.plus(Duration.ofMinutes(1)));

        await().until(() -> called.size() == 1);
    }

    @Test
    void aRateComesSoonAfterTheStartAndNothingElseDoes() {
        add("cron(30 12 * * ? *)", target(Optional.of("lunch")));
        add("rate(15 minutes)", target(Optional.of("water")));

        timetable.start(Duration.ZERO);

        await().until(() -> !called.isEmpty());
        assertThat(called).containsExactly("water");
    }

    @Test
    void aRuleCanBeCalledBeforeItIsDue() {
        add("rate(1 day)", target(Optional.of("water")));

        timetable.callNow(RULE);

        assertThat(called).containsExactly("water");
        assertThatThrownBy(() -> timetable.callNow(RULE + "x")).hasMessageContaining(RULE + "x");
    }

    private void add(String schedule, RuleTarget target) {
        timetable.add(RULE, Schedule.of(schedule), List.of(target));
    }

    private static RuleTarget target(Optional<String> input) {
        return new RuleTarget("queue", input);
    }
}
