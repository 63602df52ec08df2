package booth.local.line;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What LINE tells a bot, and how. */
class WebhookRulesTest {
    private final LineFixture line = new LineFixture();

    @AfterEach
    void close() {
        line.close();
    }

    @Test
    void aFriendWritesAndTheBotIsToldInLinesWordsAndWithLinesSignature() {
        JsonNode follow = line.does("enter", "chat", "user");
        JsonNode event = line.does("text", "chat", "user", "text", "호랑이");

        assertThat(line.bot.told).allMatch(TestBot.Told::genuine);
        assertThat(follow.path("type").asText()).isEqualTo("follow");
        assertThat(follow.at("/follow/isUnblocked").asBoolean(true)).isFalse();
        assertThat(event.path("type").asText()).isEqualTo("message");
        assertThat(event.path("mode").asText()).isEqualTo("active");
        assertThat(event.at("/message/text").asText()).isEqualTo("호랑이");
        assertThat(event.at("/message/id").asText()).matches("[0-9]{16,20}");
        assertThat(event.path("webhookEventId").asText()).matches("[0-9A-HJKMNP-TV-Z]{26}");
        assertThat(event.at("/deliveryContext/isRedelivery").asBoolean(true)).isFalse();
        assertThat(event.at("/source/type").asText()).isEqualTo("user");
        assertThat(event.at("/source/userId").asText()).matches("U[0-9a-f]{32}");
        assertThat(event.path("replyToken").asText()).isNotEmpty();
        assertThat(event.path("timestamp").asLong()).isEqualTo(line.now.toEpochMilli());
    }

    @ParameterizedTest
    @CsvSource({"group, C, groupId", "room, R, roomId"})
    void inACompanyItSaysWhichAndByWhomAndWhereTheBotIsNamed(String kind, String letter, String id) {
        JsonNode join = line.does("enter", "chat", kind);
        JsonNode event = line.does("text", "chat", kind, "text", "hey @Photo Booth tiger");
        JsonNode leave = line.does("leave", "chat", kind);

        assertThat(join.path("type").asText()).isEqualTo("join");
        assertThat(join.path("source").has("userId")).isFalse();
        assertThat(event.at("/source/" + id).asText()).matches(letter + "[0-9a-f]{32}");
        assertThat(event.at("/source/userId").asText()).startsWith("U");
        JsonNode named = event.at("/message/mention/mentionees/0");
        assertThat(named.path("isSelf").asBoolean()).isTrue();
        assertThat(named.path("index").asInt()).isEqualTo(4);
        assertThat(named.path("length").asInt()).isEqualTo("@Photo Booth".length());
        assertThat(leave.path("type").asText()).isEqualTo("leave");
        assertThat(leave.has("replyToken")).isFalse();
    }

    @Test
    void aBotThatIsBlockedHearsOfItAndThenOfNothing() {
        line.does("enter", "chat", "user");
        JsonNode unfollow = line.does("leave", "chat", "user");

        assertThat(unfollow.path("type").asText()).isEqualTo("unfollow");
        assertThat(unfollow.has("replyToken")).isFalse();
        assertThat(line.act("text", "chat", "user", "text", "hello").status()).isEqualTo(409);
        assertThat(line.does("enter", "chat", "user").at("/follow/isUnblocked").asBoolean())
                .isTrue();
    }

    @Test
    void aPhotoIsFetchedByItsIdUntilItsGuestTakesItBack() {
        line.does("enter", "chat", "user");
        String id = line.sends(LineFixture.PHOTO, "user").at("/message/id").asText();
        assertThat(line.ask("/v2/bot/message/" + id + "/content").whole().body())
                .isEqualTo(LineFixture.PHOTO);

        JsonNode unsend = line.does("unsend", "message", id);

        assertThat(unsend.at("/unsend/messageId").asText()).isEqualTo(id);
        assertThat(line.ask("/v2/bot/message/" + id + "/content").status()).isEqualTo(404);
        assertThat(line.act("unsend", "message", id).status()).isEqualTo(404);
    }

    @Test
    void aButtonSaysItsWordsAndSendsItsData() {
        line.does("enter", "chat", "user");
        JsonNode event = line.does("press", "chat", "user", "data", "mask=tiger", "displayText", "Tiger");

        assertThat(event.at("/postback/data").asText()).isEqualTo("mask=tiger");
        assertThat(line.shown("user")).contains("guest: Tiger");
        assertThat(line.does("sticker", "chat", "user").at("/message/type").asText())
                .isEqualTo("sticker");
    }

    @Test
    void whatIsNotAnsweredWithSuccessIsDeliveredAgainAndSaysSo() {
        line.bot.answers.add(500);
        line.act("enter", "chat", "user");

        JsonNode first = line.bot.told(2).get(0).event();
        JsonNode second = line.bot.told(2).get(1).event();

        assertThat(second.at("/deliveryContext/isRedelivery").asBoolean()).isTrue();
        assertThat(second.path("webhookEventId")).isEqualTo(first.path("webhookEventId"));
        assertThat(second.path("replyToken")).isEqualTo(first.path("replyToken"));
        assertThat(second.path("timestamp")).isEqualTo(first.path("timestamp"));
    }

    @Test
    void aBotThatNeverSaysYesIsLeftAloneInTheEnd() {
        line.bot.answers.addAll(java.util.List.of(500, 500, 500));
        line.act("enter", "chat", "user");
        line.bot.told(3);

        line.does("text", "chat", "user", "text", "next");

        assertThat(line.bot.told).hasSize(4);
    }

    @Test
    void whatIsLostOnItsWayArrivesByItsRedelivery() {
        line.act("lose");
        JsonNode event = line.does("enter", "chat", "user");

        assertThat(event.at("/deliveryContext/isRedelivery").asBoolean()).isTrue();
        assertThat(line.state().path("wire").findValuesAsText("status")).containsExactly("-1", "200");
    }

    @Test
    void oncePressedAgainAndOnceForged() {
        String id = line.does("enter", "chat", "user").path("webhookEventId").asText();

        ObjectNode forge = LineFixture.JSON.createObjectNode().put("act", "again");
        forge.put("event", id).put("forged", true);
        line.send(line.asPage("/chat/do").POST(java.net.http.HttpRequest.BodyPublishers.ofString(forge.toString())));
        TestBot.Told forged = line.bot.told(2).get(1);
        JsonNode again = line.does("again", "event", id);

        assertThat(forged.genuine()).isFalse();
        assertThat(forged.status()).isEqualTo(403);
        assertThat(again.path("webhookEventId").asText()).isEqualTo(id);
        assertThat(again.at("/deliveryContext/isRedelivery").asBoolean()).isTrue();
        Awaitility.await()
                .untilAsserted(() -> assertThat(line.state().path("wire").findValuesAsText("status"))
                        .containsExactly("200", "403", "200"));
        assertThat(line.act("again", "event", "nobody's").status()).isEqualTo(404);
    }
}
