package booth.local.line;

import static org.assertj.core.api.Assertions.assertThat;

import booth.local.line.LineFixture.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a bot may ask LINE for, and in which words it is refused. */
class MessagingApiTest {
    private static final String KEY = "8a9f9f5e-6c0a-4a53-9d7a-3f1f0b7a2c11";

    private final LineFixture line = new LineFixture();

    @AfterEach
    void close() {
        line.close();
    }

    @Test
    void aReplyTokenWorksOnce() {
        String token = line.does("enter", "chat", "user").path("replyToken").asText();

        Answer reply = line.reply(token, "Hello");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().at("/sentMessages/0/id").asText()).isNotEmpty();
        assertThat(reply.whole().headers().firstValue("x-line-request-id")).isPresent();
        assertThat(line.reply(token, "Hello again").status()).isEqualTo(400);
        assertThat(line.reply(token, "Hello again").message()).isEqualTo("Invalid reply token");
        assertThat(line.shown("user")).containsExactly("notice: IN", "reply: Hello");
    }

    @Test
    void itWorksForAMinuteOrForAsLongAsThePageSays() {
        String late = line.does("enter", "chat", "user").path("replyToken").asText();
        line.now = line.now.plus(Duration.ofSeconds(60));
        assertThat(line.reply(late, "late").message()).isEqualTo("Invalid reply token");

        String token = line.does("text", "chat", "user", "text", "hi")
                .path("replyToken")
                .asText();
        ObjectNode never =
                LineFixture.JSON.createObjectNode().put("act", "replySeconds").put("replySeconds", 0);
        line.send(line.asPage("/chat/do").POST(java.net.http.HttpRequest.BodyPublishers.ofString(never.toString())));
        assertThat(line.reply(token, "at once").message()).isEqualTo("Invalid reply token");
    }

    @Test
    void aReplyThatIsRefusedForItsWordsLeavesTheTokenGood() {
        String token = line.does("enter", "chat", "user").path("replyToken").asText();
        assertThat(line.reply(token, "").status()).isEqualTo(400);

        assertThat(line.reply(token, "Hello").status()).isEqualTo(200);
    }

    @Test
    void aPushThatIsRepeatedByItsKeyIsShownOnce() {
        String guest = line.does("enter", "chat", "user").at("/source/userId").asText();
        ObjectNode push = line.push(guest, "Here you are");

        assertThat(line.call("/v2/bot/message/push", push, "X-Line-Retry-Key", KEY)
                        .status())
                .isEqualTo(200);
        Answer again = line.call("/v2/bot/message/push", push, "X-Line-Retry-Key", KEY);

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.message()).isEqualTo("The retry key is already accepted");
        assertThat(line.shown("user")).containsExactly("notice: IN", "push: Here you are");
        assertThat(line.call("/v2/bot/message/push", push, "X-Line-Retry-Key", "no UUID")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whoHasBlockedTheBotSeesNothingOfAPushAndTheBotIsNotTold() {
        String guest = line.does("enter", "chat", "user").at("/source/userId").asText();
        line.does("leave", "chat", "user");

        assertThat(line.call("/v2/bot/message/push", line.push(guest, "Psst")).status())
                .isEqualTo(200);
        assertThat(line.shown("user")).containsExactly("notice: IN", "notice: LEFT");
        assertThat(line.call("/v2/bot/message/push", line.push("U123", "Psst")).status())
                .isEqualTo(400);
    }

    /** Whose photo was sent before a restart waits for its pictures. */
    @Test
    void aPushToAGuestOfAnEarlierRunArrives() {
        String guest = Cast.of(line.channel).guest();

        line.call("/v2/bot/message/push", line.push(guest, "From before"));

        assertThat(line.shown("user")).containsExactly("push: From before");
        assertThat(line.state().at("/chats/0/standing").asText()).isEqualTo("IN");
    }

    @Test
    void messagesAreFiveAtMostAndTextsOf5000CharactersAndLinksOf1000() {
        String guest = Cast.of(line.channel).guest();
        ObjectNode body = line.push(guest, "x".repeat(5001));
        ArrayNode messages = (ArrayNode) body.path("messages");
        messages.addObject()
                .put("type", "image")
                .put("originalContentUrl", "https://a.example/" + "x".repeat(983))
                .put("previewImageUrl", "http://a.example/plain");
        messages.addObject().put("type", "hologram");
        Answer refused = line.call("/v2/bot/message/push", body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("details").findValuesAsText("property"))
                .containsExactly(
                        "messages[0].text",
                        "messages[1].originalContentUrl",
                        "messages[1].previewImageUrl",
                        "messages[2].type");
        assertThat(refused.message()).isEqualTo("The request body has 4 error(s)");

        ObjectNode six = line.push(guest, "1");
        for (int i = 0; i < 5; i++)
            ((ArrayNode) six.path("messages")).addObject().put("type", "text").put("text", "x");
        assertThat(line.call("/v2/bot/message/push", six)
                        .json()
                        .at("/details/0/message")
                        .asText())
                .isEqualTo("Size must be between 1 and 5");
        assertThat(line.call("/v2/bot/message/push", line.push(guest, "x".repeat(5000)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void buttonsAreThirteenAtMostAndShort() {
        ObjectNode body = line.push(Cast.of(line.channel).guest(), "Choose");
        ArrayNode items =
                ((ObjectNode) body.at("/messages/0")).putObject("quickReply").putArray("items");
        for (int i = 0; i < 14; i++)
            items.addObject().putObject("action").put("type", "postback").put("label", "x".repeat(21));

        assertThat(line.call("/v2/bot/message/push", body)
                        .json()
                        .at("/details/0/property")
                        .asText())
                .isEqualTo("messages[0].quickReply.items");
        items.remove(13);
        assertThat(line.call("/v2/bot/message/push", body).json().path("details"))
                .hasSize(26); // label and data of each
    }

    @Test
    void ofFriendsLineTellsTheLanguageAndOfMembersTheNameAlone() {
        String guest = Cast.of(line.channel).guest();
        String profile = "/v2/bot/profile/" + guest;
        assertThat(line.ask(profile).status()).isEqualTo(404);
        line.does("enter", "chat", "user");
        line.act("language", "language", "zh-Hans");
        String group = line.does("enter", "chat", "group").at("/source/groupId").asText();

        assertThat(line.ask(profile).json().path("language").asText()).isEqualTo("zh-Hans");
        JsonNode member =
                line.ask("/v2/bot/group/" + group + "/member/" + guest).json();
        assertThat(member.path("displayName").asText()).isEqualTo("Guest");
        assertThat(member.has("language")).isFalse();
        assertThat(line.ask("/v2/bot/room/" + group + "/member/" + guest).status())
                .isEqualTo(404);
        line.does("leave", "chat", "user");
        assertThat(line.ask(profile).status()).isEqualTo(404);
    }

    @Test
    void theDotsMoveForTheirSecondsOrUntilTheBotSaysSomething() {
        String guest = line.does("enter", "chat", "user").at("/source/userId").asText();
        ObjectNode loading = LineFixture.JSON.createObjectNode().put("chatId", guest);
        assertThat(line.call("/v2/bot/chat/loading/start", loading.put("loadingSeconds", 20))
                        .status())
                .isEqualTo(202);
        assertThat(busy()).isEqualTo(20_000);
        line.now = line.now.plus(Duration.ofSeconds(21));
        assertThat(busy()).isZero();

        line.call("/v2/bot/chat/loading/start", loading);
        line.call("/v2/bot/message/push", line.push(guest, "Done"));
        assertThat(busy()).isZero();
        assertThat(line.call("/v2/bot/chat/loading/start", loading.put("loadingSeconds", 7))
                        .status())
                .isEqualTo(400);
        assertThat(line.call(
                                "/v2/bot/chat/loading/start",
                                loading.put("chatId", Cast.of(line.channel).group()))
                        .status())
                .isEqualTo(400);
    }

    private long busy() {
        return line.state().at("/chats/0/busyMillis").asLong();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer wrong", "Basic x"})
    void whoHasNotTheTokenIsRefusedInLinesWords(String authorization) {
        var request = line.request("/v2/bot/info");
        Answer refused = line.send(authorization.isEmpty() ? request : request.header("Authorization", authorization));

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.message()).containsIgnoringCase("authorization header");
    }

    @Test
    void whatIsNoJsonOrNoPathOfLinesIsRefused() {
        assertThat(line.send(line.request("/v2/bot/message/push")
                                .header("Authorization", "Bearer " + line.channel.channelToken())
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{")))
                        .status())
                .isEqualTo(400);
        assertThat(line.call("/v2/bot/message/multicast", LineFixture.JSON.createObjectNode())
                        .status())
                .isEqualTo(404);
    }
}
