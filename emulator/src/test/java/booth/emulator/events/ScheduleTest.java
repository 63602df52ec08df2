package booth.emulator.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
    /** The 22nd of November 2026 is a Sunday. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rate(1 minute)               | 2026-11-22T10:07:30Z      | true
            rate(15 minutes)             | 2026-11-22T10:15:59Z      | true
            rate(15 minutes)             | 2026-11-22T10:16:00Z      | false
            rate(15 minutes)             | 2026-11-22T12:15:00+02:00 | true
            rate(1 hour)                 | 2026-11-22T10:00:00Z      | true
            rate(1 hour)                 | 2026-11-22T10:30:00Z      | false
            rate(1 day)                  | 2026-11-22T00:00:00Z      | true
            rate(1 day)                  | 2026-11-22T01:00:00Z      | false
            cron(0 4 * * ? *)            | 2026-11-22T04:00:10Z      | true
            cron(0 4 * * ? *)            | 2026-11-22T04:01:00Z      | false
            cron(11 4 */5 * ? *)         | 2026-11-21T04:11:00Z      | true
            cron(11 4 */5 * ? *)         | 2026-11-22T04:11:00Z      | false
            cron(0/15 * ? * * *)         | 2026-11-22T10:45:00Z      | true
            cron(0/15 * ? * * *)         | 2026-11-22T10:46:00Z      | false
            cron(0 8 ? * SUN *)          | 2026-11-22T08:00:00Z      | true
            cron(0 8 ? * 1 *)            | 2026-11-22T08:00:00Z      | true
            cron(0 8 ? * MON-FRI *)      | 2026-11-22T08:00:00Z      | false
            cron(0 8 ? * MON-FRI *)      | 2026-11-23T08:00:00Z      | true
            cron(0 8 22,23 nov ? 2026)   | 2026-11-22T08:00:00Z      | true
            cron(0 8 22,23 DEC ? 2026)   | 2026-11-22T08:00:00Z      | false
            cron(0 8 22 11 ? 2025-2027)  | 2026-11-22T08:00:00Z      | true
            cron(0 8 22 11 ? 2027)       | 2026-11-22T08:00:00Z      | false
            """)
    void aRuleIsDueWhenAwsWouldCallIt(String expression, String time, boolean due) {
        assertThat(Schedule.of(expression).isDue(ZonedDateTime.parse(time))).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rate(0 minutes)         | not rate(0 minutes)
            rate(1 minutes)         | not rate(1 minutes)
            rate(5 minute)          | not rate(5 minute)
            every day               | not every day
            cron(0 4 * *)           | six fields
            cron(0 4 * * * *)       | one is ?
            cron(0 4 ? * ? *)       | one is ?
            cron(60 4 * * ? *)      | 60
            cron(0 4 L * ? *)       | L
            cron(0 4 ? * 2#1 *)     | 2#1
            cron(5-1 4 * * ? *)     | 5-1
            cron(*/0 4 * * ? *)     | */0
            """)
    void whatIsNoScheduleIsNamed(String expression, String named) {
        assertThatThrownBy(() -> Schedule.of(expression))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }
}
