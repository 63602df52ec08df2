package booth.local.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.core.Json;
import booth.local.line.Cast.Kind;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** LINE's Messaging API as the bot calls it, at LINE's own paths. */
final class BotApi {
    static final String PATHS = "/v2/bot/";

    private static final Pattern PROFILE = Pattern.compile("profile/([^/]+)");
    private static final Pattern MEMBER = Pattern.compile("(group|room)/([^/]+)/member/([^/]+)");
    private static final Pattern CONTENT = Pattern.compile("message/([^/]+)/content");
    private static final String RETRY_KEY = "X-Line-Retry-Key";
    private static final String JSON = "application/json";

    private record Answer(int status, String type, byte[] body) {
        static Answer json(int status, String body) {
            return new Answer(status, JSON, body.getBytes(UTF_8));
        }

        static Answer json(int status, ObjectNode body) {
            return json(status, body.toString());
        }

        /** For people to read. */
        String text() {
            return type.equals(JSON) ? new String(body, UTF_8) : type + ", " + body.length + " bytes";
        }
    }

    private final Platform platform;
    private final LineChannel channel;

    BotApi(Platform platform, LineChannel channel) {
        this.platform = platform;
        this.channel = channel;
    }

    void answer(Context request) {
        String method = request.req().getMethod();
        String path = request.path();
        Map<String, String> headers = Optional.ofNullable(request.header(RETRY_KEY))
                .map(key -> Map.of(RETRY_KEY.toLowerCase(Locale.ROOT), key))
                .orElse(Map.of());
        String exchange = platform.wireSent("bot", method + " " + path, "", headers, shown(request));
        Answer answer;
        try {
            check(request.header("Authorization"));
            answer = method.equals("GET") ? get(path) : post(path, request);
        } catch (LineError e) {
            answer = Answer.json(e.status(), e.body());
        }
        platform.wireAnswered(exchange, answer.status(), answer.text());
        request.status(answer.status())
                .header("X-Line-Request-Id", UUID.randomUUID().toString())
                .contentType(answer.type())
                .result(answer.body());
    }

    private void check(@Nullable String authorization) {
        if (authorization == null)
            throw new LineError(
                    401, "Authorization header required. Must use 'Authorization: Bearer {Channel Access Token}'.");
        if (!MessageDigest.isEqual(("Bearer " + channel.channelToken()).getBytes(UTF_8), authorization.getBytes(UTF_8)))
            throw new LineError(
                    401, "Authentication failed. Confirm that the access token in the authorization header is valid.");
    }

    private Answer get(String path) {
        String what = path.substring(PATHS.length());
        Matcher content = CONTENT.matcher(what);
        if (content.matches())
            return platform.content(content.group(1)).map(BotApi::photo).orElseThrow(BotApi::gone);
        if (what.equals("info"))
            return Answer.json(
                    200,
                    Json.MAPPER
                            .createObjectNode()
                            .put("userId", platform.cast().bot())
                            .put("displayName", Cast.BOT_NAME)
                            .put("chatMode", "bot"));
        Matcher profile = PROFILE.matcher(what);
        Matcher member = MEMBER.matcher(what);
        Optional<ObjectNode> found = Optional.empty();
        if (profile.matches()) found = platform.profile(Kind.USER, profile.group(1), profile.group(1));
        else if (member.matches())
            found = Kind.of(member.group(1)).flatMap(kind -> platform.profile(kind, member.group(2), member.group(3)));
        return found.map(known -> Answer.json(200, known)).orElseThrow(BotApi::gone);
    }

    private static LineError gone() {
        return new LineError(404, "Not found");
    }

    private static Answer photo(byte[] bytes) {
        boolean png = bytes.length > 0 && (bytes[0] & 0xff) == 0x89;
        return new Answer(200, png ? "image/png" : "image/jpeg", bytes);
    }

    private Answer post(String path, Context request) {
        JsonNode body = body(request);
        Optional<String> key = Optional.ofNullable(request.header(RETRY_KEY));
        key.ifPresent(BotApi::requireUuid);
        switch (path.substring(PATHS.length())) {
            case "message/reply" -> {
                if (key.isPresent()) throw new LineError(400, "The retry key is not supported for this API");
                return Answer.json(200, platform.reply(body.path("replyToken").asText(), body.path("messages")));
            }
            case "message/push" -> {
                return Answer.json(200, platform.push(body.path("to").asText(), key, body.path("messages")));
            }
            case "chat/loading/start" -> {
                platform.loading(
                        body.path("chatId").asText(),
                        body.path("loadingSeconds").asInt(20));
                return Answer.json(202, "{}");
            }
            default -> throw gone();
        }
    }

    private static void requireUuid(String key) {
        try {
            UUID.fromString(key);
        } catch (IllegalArgumentException e) {
            throw new LineError(400, "Invalid retry key");
        }
    }

    private static JsonNode body(Context request) {
        try {
            return Json.MAPPER.readTree(request.bodyAsBytes());
        } catch (JsonProcessingException e) {
            throw new LineError(400, "The request body could not be parsed as JSON (line: -, column: -)");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode shown(Context request) {
        try {
            return request.bodyAsBytes().length == 0 ? Json.MAPPER.nullNode() : body(request);
        } catch (LineError e) {
            return Json.MAPPER.nullNode();
        }
    }
}
