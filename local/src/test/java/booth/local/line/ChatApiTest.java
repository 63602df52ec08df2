package booth.local.line;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the chat page is told, and who else is not. */
class ChatApiTest {
    private final LineFixture line = new LineFixture();

    @AfterEach
    void close() {
        line.close();
    }

    @Test
    void whoCameWithoutTheLinkSeesNobodysPhotos() {
        line.does("enter", "chat", "user");
        String id = line.sends(LineFixture.PHOTO, "user").at("/message/id").asText();

        assertThat(line.send(line.request("/chat/state")).status()).isEqualTo(403);
        assertThat(line.send(line.request("/chat/photo/" + id)).status()).isEqualTo(403);
        assertThat(line.send(line.asPage("/chat/photo/" + id)).whole().body()).isEqualTo(LineFixture.PHOTO);
        assertThat(line.send(line.asPage("/chat/state").header("Origin", "http://evil.example"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void thePageIsToldWhatHasChangedSinceItLastAsked() {
        line.does("enter", "chat", "user");
        String id = line.does("text", "chat", "user", "text", "one")
                .at("/message/id")
                .asText();
        long seen = line.state().path("revision").asLong();
        line.does("unsend", "message", id);

        JsonNode news = line.send(line.asPage("/chat/state?since=" + seen)).json();

        assertThat(news.path("entries")).singleElement().satisfies(entry -> {
            assertThat(entry.path("id").asText()).isEqualTo(id);
            assertThat(entry.path("unsent").asBoolean()).isTrue();
            assertThat(entry.toString()).doesNotContain("one");
        });
    }

    @Test
    void theWireShowsWhatWasSentAndAnsweredAndNeverTheToken() {
        String token = line.does("enter", "chat", "user").path("replyToken").asText();
        line.reply(token, "Hello");

        JsonNode wire = line.state().path("wire");

        assertThat(wire.findValuesAsText("about")).containsExactly("follow", "POST /v2/bot/message/reply");
        assertThat(wire.at("/0/headers/x-line-signature").asText()).isNotEmpty();
        assertThat(wire.at("/1/answer").asText()).contains("sentMessages");
        assertThat(wire.toString())
                .doesNotContain(line.channel.channelToken())
                .doesNotContain(line.channel.channelSecret());
    }

    /** A crowd at once, and a page that is open for days. */
    @Test
    void whatIsKeptIsBounded() {
        line.does("enter", "chat", "user");
        IntStream.range(0, 400).parallel().forEach(i -> line.act("text", "chat", "user", "text", "number " + i));
        line.bot.told(401);

        assertThat(line.state().path("entries")).hasSize(300);
        assertThat(line.state().path("wire")).hasSize(200);
    }

    @Test
    void photosAreKeptUntilThereAreTooMany() {
        Contents contents = new Contents();
        for (int i = 0; i < 4; i++) contents.put("photo " + i, new byte[40 << 20]);

        assertThat(contents.find("photo 1")).isEmpty();
        assertThat(contents.find("photo 3")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"act\":\"fly\"}", "{\"act\":\"text\",\"chat\":\"moon\",\"text\":\"x\"}"})
    void whatNobodyCanDoIsRefused(String what) {
        assertThat(line.send(line.asPage("/chat/do").POST(BodyPublishers.ofString(what)))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void anEmptyPhotoIsNone() {
        line.does("enter", "chat", "user");

        assertThat(line.send(line.asPage("/chat/photo?chat=user").POST(BodyPublishers.noBody()))
                        .status())
                .isEqualTo(400);
        assertThat(line.send(line.asPage("/chat/sample")).whole().body()).startsWith(0xff, 0xd8);
    }

    @Test
    void whereNoBotIsDeployedThereIsNoLine() {
        line.deployed = false;

        assertThat(line.send(line.asPage("/chat/state")).status()).isEqualTo(404);
        assertThat(line.ask("/v2/bot/info").status()).isEqualTo(404);
    }
}
