package booth.linebot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.job.Job;
import booth.core.job.MortalStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A guest wants nothing kept. */
class ForgetTest {
    private final LineFixture bot = new LineFixture();

    @AfterEach
    void close() {
        bot.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete", "Delete.", "「削除」", "削除", "삭제", "删除", " DELETE "})
    void theWordErasesAllPhotosOfWhoeverSaysIt(String word) {
        bot.worker().take(Events.text("1", Events.alone(), "tiger"));
        Job made = bot.photo("100", Events.alone());
        bot.makes(made, 3);
        bot.tell(made);
        bot.photo("101", Events.alone());

        bot.worker().take(Events.text("2", Events.alone(), word));

        assertThat(bot.kept()).isEmpty();
        assertThat(bot.line.sent.get(bot.line.sent.size() - 1).text()).contains("Erased: 2");
    }

    @Test
    void whoUnfollowsIsForgotten() {
        bot.photo("100", Events.alone());
        bot.worker().take(Events.event("unfollow", "2", Events.alone(), ""));

        assertThat(bot.kept()).isEmpty();
    }

    @Test
    void aGroupThatTheBotLeavesIsForgottenWhoeverSentThePhotos() {
        bot.photo("100", Events.inGroup());
        Job elsewhere = bot.photo("101", Events.alone());
        bot.worker().take(Events.event("leave", "2", "{\"type\":\"group\",\"groupId\":\"" + Events.GROUP + "\"}", ""));

        assertThat(bot.allJobs()).containsExactly(elsewhere);
    }

    @Test
    void inAGroupTheWordErasesThePhotosOfWhoeverSaysItAndNoOthers() {
        String other = Events.inGroup().replace(Events.USER, "Uffffffffffffffffffffffffffffffff");
        Job kept = bot.photo("100", other);
        bot.photo("101", Events.inGroup());
        bot.worker().take(Events.text("2", Events.inGroup(), "delete"));

        assertThat(bot.allJobs()).containsExactly(kept);
    }

    @Test
    void whomLineDoesNotNameErasesNoPhotosOfThoseItDoes() {
        String unnamed = "{\"type\":\"group\",\"groupId\":\"" + Events.GROUP + "\"}";
        Job kept = bot.photo("100", Events.inGroup());
        bot.photo("101", unnamed);
        bot.worker().take(Events.text("2", unnamed, "delete"));

        assertThat(bot.allJobs()).containsExactly(kept);
    }

    @Test
    void aPhotoThatIsTakenBackIsErased() {
        Job kept = bot.photo("100", Events.alone());
        bot.photo("101", Events.alone());
        bot.worker().take(Events.unsend("2", Events.alone(), "101"));

        assertThat(bot.allJobs()).containsExactly(kept);
    }

    @Test
    void anErasureThatBrokeOffIsFinishedByTheNextDelivery() {
        bot.photo("100", Events.alone());
        bot.photo("101", Events.alone());
        String event = Events.event("unfollow", "2", Events.alone(), "");
        assertThatThrownBy(() ->
                        bot.worker(new MortalStore(bot.store, 9), bot.uploads).take(event))
                .isInstanceOf(RuntimeException.class);
        bot.worker().take(event);

        assertThat(bot.kept()).isEmpty();
    }
}
