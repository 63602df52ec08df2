package booth.linebot;

import booth.core.Busy;
import booth.core.Json;
import booth.core.Refused;
import booth.core.image.Photo;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * LINE's Messaging API. What may work later comes out as {@link Busy}: rate limits (429), outages, broken connections; a
 * refused token is an incident. Nothing that is sent is logged.
 */
final class LineClient {
    private static final Timeout CONNECT = Timeout.ofSeconds(3);
    private static final Timeout ANSWER = Timeout.ofSeconds(10);
    private static final int LONGEST_ANSWER = 1 << 16;
    private static final int LOADING_SECONDS = 60;

    private static final int UNAUTHORIZED = 401;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;

    private record Reply(String replyToken, List<Message> messages) {}

    private record Push(String to, List<Message> messages) {}

    private record Loading(String chatId, int loadingSeconds) {}

    private record Answer(int status, byte[] body) {
        boolean good() {
            return status >= 200 && status < 300;
        }
    }

    private final URI api;
    private final URI data;
    private final String token;
    private final CloseableHttpClient client;

    /**
     * @param api e.g. {@code https://api.line.me}
     * @param data where contents of messages are, e.g. {@code https://api-data.line.me}
     */
    LineClient(URI api, URI data, String token) {
        this.api = api;
        this.data = data;
        this.token = token;
        client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT)
                                .setSocketTimeout(ANSWER)
                                .build())
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(ANSWER).build())
                .setUserAgent("photo-booth-line/1")
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .build();
    }

    /** @return false when the token was used before or is too old */
    boolean reply(String replyToken, List<Message> messages) {
        return post("/v2/bot/message/reply", new Reply(replyToken, messages), Optional.empty())
                .good();
    }

    /**
     * @param key the same one twice sends once
     * @return false when LINE takes no messages for this chat (any more)
     */
    boolean push(Chat to, List<Message> messages, UUID key) {
        Answer answer = post("/v2/bot/message/push", new Push(to.id(), messages), Optional.of(key));
        return answer.good() || answer.status() == CONFLICT;
    }

    /** Dots that move, until the next message or for a minute. Chats of one only; a guest can do without. */
    void showLoading(Chat chat) {
        if (chat.isOfOne())
            post("/v2/bot/chat/loading/start", new Loading(chat.id(), LOADING_SECONDS), Optional.empty());
    }

    /** What the profile of whoever writes says; empty where nobody says. LINE tells it of friends of the bot alone. */
    Optional<String> languageOf(Chat chat) {
        return chat.user()
                .map(user -> switch (chat.kind()) {
                    case USER -> "/v2/bot/profile/" + user;
                    case GROUP -> "/v2/bot/group/" + chat.id() + "/member/" + user;
                    case ROOM -> "/v2/bot/room/" + chat.id() + "/member/" + user;
                })
                .map(path -> call(new HttpGet(api.resolve(path)), LONGEST_ANSWER))
                .filter(Answer::good)
                .map(answer -> tree(answer.body()).path("language").asText())
                .filter(tag -> !tag.isEmpty());
    }

    /**
     * The bytes of a photo that was sent as a message.
     *
     * @return empty when LINE has it no more
     * @throws Refused {@code PHOTO_TOO_LARGE}; not more than that is read
     */
    Optional<byte[]> content(String messageId) {
        URI where = data.resolve("/v2/bot/message/" + messageId + "/content");
        return Optional.of(call(new HttpGet(where), Photo.MAX_BYTES))
                .filter(Answer::good)
                .map(Answer::body);
    }

    private Answer post(String path, Object body, Optional<UUID> retryKey) {
        HttpPost post = new HttpPost(api.resolve(path));
        post.setEntity(new ByteArrayEntity(Json.bytes(body), ContentType.APPLICATION_JSON));
        retryKey.ifPresent(key -> post.setHeader("X-Line-Retry-Key", key));
        return call(post, LONGEST_ANSWER);
    }

    private Answer call(HttpUriRequestBase request, int most) {
        request.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        HttpClientResponseHandler<Answer> read = response -> read(request, response, most);
        try {
            return sorted(request, client.execute(request, read));
        } catch (IOException e) {
            throw new Busy("LINE cannot be reached: " + e.getClass().getSimpleName(), e);
        }
    }

    private static Answer read(HttpUriRequestBase request, ClassicHttpResponse response, int most) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) return new Answer(response.getCode(), new byte[0]);
        byte[] body = entity.getContentLength() > most
                ? new byte[most + 1]
                : entity.getContent().readNBytes(most + 1);
        if (body.length <= most) return new Answer(response.getCode(), body);
        request.abort(); // else the rest would be read before the connection is given back
        throw new Refused("PHOTO_TOO_LARGE", "LINE sends more than " + most + " bytes; at most 15 MB are taken.");
    }

    private static Answer sorted(HttpUriRequestBase request, Answer answer) {
        String what = "LINE answered " + answer.status() + " to " + request.getMethod() + " "
                + request.getPath().replaceAll("/[A-Za-z]*[0-9][A-Za-z0-9_-]{8,}", "/…") + ".";
        if (answer.status() == TOO_MANY || answer.status() >= 500) throw new Busy(what, new IOException(what));
        if (answer.status() == UNAUTHORIZED)
            throw new IllegalStateException(what + " The channel's access token is not valid (any more).");
        return answer;
    }

    private static JsonNode tree(byte[] json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException("LINE's answer is no JSON", e);
        }
    }
}
