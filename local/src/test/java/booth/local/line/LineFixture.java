package booth.local.line;

import booth.emulator.account.Account;
import booth.emulator.wire.PublicService;
import booth.emulator.wire.WireServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** This machine's LINE over HTTP, between a bot and a page that the test plays. */
final class LineFixture implements AutoCloseable {
    static final JsonMapper JSON = new JsonMapper();
    static final Account ACCOUNT = new Account("000000000000", "us-east-1", "AKIATEST", "secret+/of=test");
    static final byte[] PHOTO = {(byte) 0xff, (byte) 0xd8, 1, 2, 3};

    final LineChannel channel = LineChannel.random();
    final TestBot bot = new TestBot(channel.channelSecret());
    volatile Instant now = Instant.parse("2026-11-22T10:00:00Z");
    volatile boolean deployed = true;

    private final HttpClient http = HttpClient.newHttpClient();
    private final WireServer gateway = new WireServer(
            0,
            ACCOUNT.gate(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            new LineStandIn(
                    new Nothing(),
                    () -> Optional.of(new LineStandIn.Bot(bot.webhook(), channel))
                            .filter(any -> deployed),
                    ChatKey.of(ACCOUNT),
                    Path.of("../vision/models/samples/sample3.jpg"),
                    () -> now,
                    List.of(Duration.ZERO, Duration.ZERO)));

    /** An API without a route. */
    private static final class Nothing implements PublicService {
        @Override
        public boolean isThere() {
            return true;
        }

        @Override
        public boolean has(String path) {
            return false;
        }

        @Override
        public void answer(Context request) {
            request.status(404);
        }
    }

    /** What was answered. */
    record Answer(int status, JsonNode json, HttpResponse<byte[]> whole) {
        String message() {
            return json.path("message").asText();
        }
    }

    String origin() {
        return "http://127.0.0.1:" + gateway.port();
    }

    // --- the bot ----------------------------------------------------------------------------------------------------

    Answer call(String path, ObjectNode body, String... headers) {
        return send(asBot(path, headers).POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    Answer ask(String path) {
        return send(asBot(path));
    }

    private HttpRequest.Builder asBot(String path, String... headers) {
        HttpRequest.Builder request = request(path).header("Authorization", "Bearer " + channel.channelToken());
        return headers.length == 0 ? request : request.headers(headers);
    }

    Answer reply(String token, String text) {
        ObjectNode body = JSON.createObjectNode().put("replyToken", token);
        body.putArray("messages").addObject().put("type", "text").put("text", text);
        return call("/v2/bot/message/reply", body);
    }

    ObjectNode push(String to, String text) {
        ObjectNode body = JSON.createObjectNode().put("to", to);
        body.putArray("messages").addObject().put("type", "text").put("text", text);
        return body;
    }

    // --- the page ---------------------------------------------------------------------------------------------------

    Answer act(String act, String... more) {
        ObjectNode what = JSON.createObjectNode().put("act", act);
        for (int i = 0; i < more.length; i += 2) what.put(more[i], more[i + 1]);
        return send(asPage("/chat/do").POST(HttpRequest.BodyPublishers.ofString(what.toString())));
    }

    /** The event of what the guest did. */
    JsonNode does(String act, String... more) {
        int before = bot.told.size();
        Answer answer = act(act, more);
        if (answer.status() != 200) throw new AssertionError(answer);
        return bot.told(before + 1).get(before).event();
    }

    JsonNode sends(byte[] photo, String chat) {
        int before = bot.told.size();
        send(asPage("/chat/photo?chat=" + chat).POST(HttpRequest.BodyPublishers.ofByteArray(photo)));
        return bot.told(before + 1).get(before).event();
    }

    JsonNode state() {
        return send(asPage("/chat/state?since=0")).json();
    }

    /** Texts and kinds of what a chat shows. */
    List<String> shown(String chat) {
        return state().path("entries")
                .valueStream()
                .filter(entry -> entry.path("chat").asText().equals(chat))
                .map(entry -> entry.path("by").asText() + ": "
                        + entry.at("/message/text")
                                .asText(entry.at("/message/type").asText()))
                .toList();
    }

    HttpRequest.Builder asPage(String path) {
        return request(path)
                .header("Authorization", "Bearer " + ChatKey.of(ACCOUNT).value());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin() + path));
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            boolean json =
                    answer.headers().firstValue("content-type").orElse("").startsWith("application/json")
                            && answer.body().length > 0;
            return new Answer(
                    answer.statusCode(), json ? JSON.readTree(answer.body()) : JSON.createObjectNode(), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        gateway.close();
        bot.close();
    }
}
