package booth.local.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.core.Json;
import booth.emulator.wire.Addresses;
import booth.local.line.Cast.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the chat page asks for, at {@code /chat/…}: {@code state}, {@code photo} and {@code sample} to see, {@code do} to do
 * something. To its own page alone, and to that only if somebody came by the link.
 */
final class ChatApi {
    static final String PATHS = "/chat/";

    private static final String PHOTO = "photo/";
    private static final String BEARER = "Bearer ";
    private static final int LONGEST_TEXT = 5000; // that the app lets a guest type
    private static final String LANGUAGE = "[a-z]{2}(-[A-Za-z]{2,4})?";
    private static final int LONGEST_REPLY = 3600;

    private final Platform platform;
    private final Webhooks webhooks;
    private final ChatKey key;
    private final Path sample;

    /** @param sample a photo for whoever has none at hand */
    ChatApi(Platform platform, Webhooks webhooks, ChatKey key, Path sample) {
        this.platform = platform;
        this.webhooks = webhooks;
        this.key = key;
        this.sample = sample;
    }

    void answer(Context request) {
        request.header("Cache-Control", "no-store").header("X-Content-Type-Options", "nosniff");
        request.contentType("application/json");
        try {
            check(request);
            answer(request, request.path().substring(PATHS.length()));
        } catch (LineError e) {
            request.status(e.status()).contentType("application/json").result(e.body());
        }
    }

    private void check(Context request) {
        String given = Optional.ofNullable(request.header("Authorization")).orElse("");
        boolean ours = given.startsWith(BEARER) && key.is(given.substring(BEARER.length()));
        if (!ours || Addresses.isForeign(request.header("Origin"), request.header("Host")))
            throw new LineError(403, "Open the chat's link that booth up prints.");
    }

    private void answer(Context request, String what) {
        switch (request.req().getMethod() + " " + (what.startsWith(PHOTO) ? PHOTO : what)) {
            case "GET state" ->
                request.result(Json.bytes(platform.state(Long.parseLong("0" + digits(request.queryParam("since"))))));
            case "GET " + PHOTO -> photo(request, platform.content(what.substring(PHOTO.length())));
            case "GET sample" -> photo(request, Optional.of(readSample()));
            case "POST photo" -> {
                if (request.bodyAsBytes().length == 0) throw new LineError(400, "The photo is empty.");
                webhooks.send(platform.photo(chat(request.queryParam("chat")), request.bodyAsBytes()));
                request.result("{}");
            }
            case "POST do" -> {
                act(read(request.bodyAsBytes()));
                request.result("{}");
            }
            default -> throw new LineError(404, "Not found");
        }
    }

    private void act(JsonNode what) {
        switch (what.path("act").asText()) {
            case "enter" -> webhooks.send(platform.enter(chat(what)));
            case "leave" -> webhooks.send(platform.leave(chat(what)));
            case "text" -> webhooks.send(platform.text(chat(what), text(what)));
            case "sticker" -> webhooks.send(platform.sticker(chat(what)));
            case "press" ->
                webhooks.send(platform.press(
                        chat(what),
                        what.path("data").asText(),
                        what.path("displayText").asText()));
            case "unsend" -> webhooks.send(platform.unsend(what.path("message").asText()));
            case "again" ->
                webhooks.again(what.path("event").asText(), what.path("forged").asBoolean());
            case "lose" -> webhooks.loseNext();
            case "language" -> language(what.path("language").asText());
            case "replySeconds" ->
                platform.replyWithin(Duration.ofSeconds(Math.max(
                        0, Math.min(LONGEST_REPLY, what.path("replySeconds").asInt()))));
            default -> throw new LineError(400, "Nobody can do that.");
        }
    }

    private void language(String tag) {
        if (!tag.matches(LANGUAGE)) throw new LineError(400, "That is no language.");
        platform.language(tag);
    }

    private static String text(JsonNode what) {
        String text = what.path("text").asText();
        if (text.isBlank() || text.length() > LONGEST_TEXT)
            throw new LineError(400, "A text has 1 to " + LONGEST_TEXT + " characters.");
        return text;
    }

    private static Kind chat(JsonNode what) {
        return chat(what.path("chat").asText());
    }

    private static Kind chat(@Nullable String word) {
        return Optional.ofNullable(word)
                .flatMap(Kind::of)
                .orElseThrow(() -> new LineError(400, "There is no such chat."));
    }

    private static String digits(@Nullable String number) {
        return number != null && number.matches("[0-9]{1,18}") ? number : "";
    }

    private static void photo(Context request, Optional<byte[]> photo) {
        request.contentType("image/*")
                .result(photo.orElseThrow(() -> new LineError(404, "There is no such photo (any more).")));
    }

    private byte[] readSample() {
        try {
            return Files.readAllBytes(sample);
        } catch (IOException e) {
            throw new UncheckedIOException("There is no sample at " + sample, e);
        }
    }

    private static ObjectNode read(byte[] json) {
        try {
            if (Json.MAPPER.readTree(json) instanceof ObjectNode object) return object;
        } catch (IOException e) {
            throw new LineError(400, "That is no JSON: " + new String(json, UTF_8).length() + " characters.");
        }
        throw new LineError(400, "That is no JSON object.");
    }
}
