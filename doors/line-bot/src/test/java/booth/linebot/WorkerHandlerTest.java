package booth.linebot;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.job.Job;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerHandlerTest {
    private final LineFixture bot = new LineFixture();

    @AfterEach
    void close() {
        bot.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void whileLineIsDownOrHasEnoughAnEventIsTriedLaterAndLater(int status) {
        bot.line.photos.put("100", LineFixture.PHOTO);
        bot.line.always = status;
        String event = Events.image("100", Events.alone());

        assertThat(bot.deliver(event, 1).getBatchItemFailures()).hasSize(1);
        assertThat(bot.deliver(event, 2).getBatchItemFailures()).hasSize(1);
        assertThat(bot.deliver(event, 9).getBatchItemFailures()).hasSize(1);
        assertThat(bot.events.delays())
                .isEqualTo(Map.of(
                        "receipt-1", Duration.ofSeconds(5),
                        "receipt-2", Duration.ofSeconds(30),
                        "receipt-9", Duration.ofMinutes(30)));

        bot.line.always = 0;
        assertThat(bot.deliver(event, 3).getBatchItemFailures()).isEmpty();
        assertThat(bot.allJobs()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void soIsAnEndAndItsPicturesComeInTheEnd(int status) {
        Job job = bot.photo("100", Events.alone());
        bot.makes(job, 3);
        bot.line.always = status;
        assertThat(bot.deliver(LineFixture.end(job), 1).getBatchItemFailures()).hasSize(1);
        assertThat(bot.ends.delays()).containsOnlyKeys("receipt-1");

        bot.line.always = 0;
        assertThat(bot.deliver(LineFixture.end(job), 2).getBatchItemFailures()).isEmpty();
        assertThat(bot.line.sent).hasSize(1);
    }

    @Test
    void aTokenThatLineRefusesIsAnIncidentThatSaysWhatToDo() {
        bot.line.always = 401;

        assertThat(bot.deliver(Events.text("1", Events.alone(), "help"), 1).getBatchItemFailures())
                .hasSize(1);
        assertThat(bot.log)
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains("access token is not valid")
                        .doesNotContain(Events.USER)
                        .doesNotContain(FakeLine.TOKEN));
    }

    @Test
    void whatNobodyUnderstandsEndsAmongTheDeadLetters() {
        assertThat(bot.deliver("no JSON", 1).getBatchItemFailures()).hasSize(1);
        assertThat(bot.deliver("[]", 1).getBatchItemFailures()).hasSize(1);
    }
}
