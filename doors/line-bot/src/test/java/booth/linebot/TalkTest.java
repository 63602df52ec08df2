package booth.linebot;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.job.Job;
import booth.core.job.Look;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said, and what the bot says. */
class TalkTest {
    private final LineFixture bot = new LineFixture();

    @AfterEach
    void close() {
        bot.close();
    }

    private String answer() {
        return bot.line.sent.get(bot.line.sent.size() - 1).text();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiger", "호랑이", "かわいい", "老虎, 狐狸"})
    void aTextNamesTheMasksOfTheNextPhotos(String wish) {
        bot.worker().take(Events.text("1", Events.alone(), wish));

        Job job = bot.photo("100", Events.alone());

        assertThat(answer()).contains(wish);
        assertThat(job.request().wanted().masks()).contains(wish);
        assertThat(job.request().wanted().look()).contains(Look.MONSTER);
    }

    @Test
    void aButtonChoosesTheLookOfAllNextPhotosUntilAnotherIsChosen() {
        bot.worker().take(Events.postback("1", Events.alone(), "portrait"));
        assertThat(bot.photo("100", Events.alone()).request().wanted().look()).contains(Look.PORTRAIT);
        assertThat(bot.photo("101", Events.alone()).request().wanted().look()).contains(Look.PORTRAIT);

        bot.worker().take(Events.postback("2", Events.alone(), "mask=kitsune"));
        assertThat(bot.photo("102", Events.alone()).request().wanted().masks()).contains("kitsune");

        bot.worker().take(Events.postback("3", Events.alone(), "surprise"));
        assertThat(bot.photo("103", Events.alone()).request().wanted().masks()).isEmpty();
    }

    @Test
    void theChoiceOfOneIsNotThatOfAnother() {
        bot.worker().take(Events.text("1", Events.alone(), "tiger"));

        assertThat(bot.photo("100", Events.alone("Uffffffffffffffffffffffffffffffff"))
                        .request()
                        .wanted()
                        .masks())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en, Hello!", "ja, こんにちは", "ko, 안녕하세요", "zh-Hant, 你好", "th, Hello!", "'', Hello!"})
    void whoeverComesIsGreetedInTheirLanguageAndToldWhatIsKeptHowLong(String language, String greeting) {
        if (!language.isEmpty()) bot.line.languages.put(Events.USER, language);

        bot.worker().take(Events.replyable("follow", "1", Events.alone()));

        assertThat(answer()).startsWith(greeting).contains("7");
    }

    @Test
    void aGroupIsGreetedToo() {
        bot.worker().take(Events.replyable("join", "1", Events.inGroup()));

        assertThat(answer()).contains("delete");
    }

    @ParameterizedTest
    @ValueSource(strings = {"video", "audio", "sticker", "file", "location", "somethingNew"})
    void whatIsNoPhotoIsAnsweredWithASentence(String kind) {
        bot.worker().take(Events.message("1", Events.alone(), "{\"type\":\"" + kind + "\",\"id\":\"1\"}"));

        assertThat(answer()).contains("photos");
    }

    @ParameterizedTest
    @ValueSource(strings = {"memberJoined", "videoPlayComplete", "somethingNew"})
    void eventsOfOtherKindsAreLetPass(String kind) {
        bot.worker().take(Events.event(kind, "1", Events.inGroup(), ""));

        assertThat(bot.line.sent).isEmpty();
    }

    @Test
    void amongSeveralTheBotIsSilentUntilItIsSpokenToByName() {
        bot.worker().take(Events.text("1", Events.inGroup(), "who brings the tiger?"));
        bot.worker().take(Events.message("2", Events.inGroup(), "{\"type\":\"sticker\",\"id\":\"2\"}"));
        assertThat(bot.line.sent).isEmpty();

        bot.worker().take(Events.mentioning("3", Events.inGroup(), "@Booth", "robot"));
        assertThat(bot.photo("100", Events.inGroup()).request().wanted().masks())
                .contains("robot");
    }

    @Test
    void aChannelOnStandbySaysNothing() {
        bot.worker().take(Events.text("1", Events.alone(), "help").replace("\"active\"", "\"standby\""));

        assertThat(bot.line.sent).isEmpty();
    }

    @Test
    void anAnswerThatIsGivenTwiceIsHeardOnce() {
        String event = Events.text("1", Events.alone(), "help");
        bot.worker().take(event);
        bot.worker().take(event);

        assertThat(bot.line.sent).hasSize(1);
    }

    @Test
    void aTextTooLongForMasksIsAnsweredWithHelp() {
        bot.worker().take(Events.text("1", Events.alone(), "x".repeat(5000)));

        assertThat(answer()).contains("button");
        assertThat(bot.photo("100", Events.alone()).request().wanted().masks()).isEmpty();
    }

    @Test
    void everyAnswerOffersTheButtons() {
        bot.worker().take(Events.text("1", Events.alone(), "help"));

        assertThat(bot.line.sent.get(0).messages().findValuesAsText("data")).contains("mask=tiger", "portrait", "help");
    }
}
