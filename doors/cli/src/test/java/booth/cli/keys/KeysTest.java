package booth.cli.keys;

import static org.assertj.core.api.Assertions.assertThat;

import booth.cli.BoothCommand;
import booth.cli.NoStack;
import booth.core.Json;
import booth.core.Sha256;
import booth.core.StubServer;
import booth.core.StubServer.Call;
import booth.core.StubServer.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
    private static final Pattern JSON = Pattern.compile("\\{.*}"); // the SDK wraps a body into signed chunks

    @TempDir
    Path folder;

    private final Map<String, String> objects = new ConcurrentSkipListMap<>();
    private final StubServer s3 = new StubServer(this::answer);
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void aCloudRuns() throws IOException {
        outputs("\"StateMachineArn\":\"arn\"", "");
    }

    /** @param more stacks */
    private void outputs(String output, String more) throws IOException {
        Files.writeString(
                folder.resolve("outputs.json"),
                "{\"PhotoBooth\":{\"JobsBucket\":\"jobs\"," + output + "}," + more
                        + "\"SdkProperties\":{\"aws.region\":\"us-east-1\","
                        + "\"aws.accessKeyId\":\"id\",\"aws.secretAccessKey\":\"secret\",\"aws.endpointUrlS3\":\""
                        + s3.url() + "\"}}");
    }

    @AfterEach
    void close() {
        s3.close();
    }

    @Test
    void aNewKeyIsAllThatIsPrintedAndOnlyItsHashIsStored() throws IOException {
        assertThat(booth("keys", "create", "--booth", "hall", "--per-minute", "30"))
                .isZero();

        String key = out.toString().strip();
        assertThat(key).matches("pb_[A-Za-z0-9_-]{43}");
        assertThat(objects).containsOnlyKeys("/jobs/keys/" + Sha256.hex(key) + ".json");
        JsonNode stored = Json.MAPPER.readTree(objects.values().iterator().next());
        assertThat(stored.path("booth").asText()).isEqualTo("hall");
        assertThat(stored.path("perMinute").asInt()).isEqualTo(30);
        assertThat(objects.toString()).doesNotContain(key);
        assertThat(err.toString()).contains("not shown again").doesNotContain(key);
    }

    @Test
    void keysAreListedWithoutTheirSecret() {
        booth("keys", "create", "--booth", "hall");
        String key = out.toString().strip();
        out.getBuffer().setLength(0);

        assertThat(booth("keys", "list")).isZero();

        assertThat(out.toString()).contains(Sha256.hex(key), "600", "hall").doesNotContain(key);
    }

    @Test
    void aRevokedKeyIsGone() {
        booth("keys", "create", "--booth", "hall");
        String id = Sha256.hex(out.toString().strip());

        assertThat(booth("keys", "revoke", id.substring(0, 12))).isZero();

        assertThat(objects).isEmpty();
        assertThat(booth("keys", "revoke", id.substring(0, 12))).isEqualTo(1);
        assertThat(err.toString()).endsWith("booth: There is no such key.\n");
    }

    @Test
    void aPairingLinkIsAllThatIsPrintedAndOnlyItsHashIsStored() throws IOException {
        assertThat(booth("keys", "pair", "--booth", "hall", "--page", "https://booth.example/"))
                .isZero();

        String link = out.toString().strip();
        assertThat(link).matches("https://booth\\.example/#pair=[A-Za-z0-9_-]{43}");
        String code = link.substring(link.indexOf('=') + 1);
        assertThat(objects).containsOnlyKeys("/jobs/pairings/" + Sha256.hex(code) + ".json");
        JsonNode stored = Json.MAPPER.readTree(objects.values().iterator().next());
        assertThat(stored.path("booth").asText()).isEqualTo("hall");
        assertThat(stored.path("used").asBoolean()).isFalse();
        assertThat(err.toString()).contains("within ten minutes").doesNotContain(code);
    }

    @Test
    void thePagesAreWhereTheOutputsSay() throws IOException {
        outputs("\"ApiUrl\":\"http://127.0.0.1:4700\"", "");
        booth("keys", "pair");
        assertThat(out.toString()).startsWith("http://127.0.0.1:4700/#pair=");
        out.getBuffer().setLength(0);

        outputs(
                "\"ApiUrl\":\"https://abc.execute-api.us-east-1.amazonaws.com\"",
                "\"PhotoBoothWeb\":{\"WebUrl\":\"https://d1.cloudfront.net\"},");
        booth("keys", "pair", "--json");
        assertThat(Json.MAPPER.readTree(out.toString()).path("link").asText())
                .startsWith("https://d1.cloudfront.net/#pair=");
    }

    @Test
    void wrongUsageOfASubcommandIs64() {
        assertThat(booth("keys")).isEqualTo(64);
        assertThat(booth("keys", "create")).isEqualTo(64);
        assertThat(booth("keys", "revoke")).isEqualTo(64);
        assertThat(booth("keys", "list", "--colour")).isEqualTo(64);
    }

    @Test
    void aBoothThatCannotBeOneIsOneLine() {
        assertThat(booth("keys", "create", "--booth", "a/b")).isEqualTo(1);
        assertThat(err.toString()).startsWith("booth: 'booth' must be").hasLineCount(1);
        assertThat(objects).isEmpty();
    }

    private Reply answer(Call call) {
        if (call.method().equals("PUT")) {
            Matcher json = JSON.matcher(call.body());
            if (json.find()) objects.put(call.path(), json.group());
            return new Reply(200, Map.of("ETag", "\"1\""), "");
        }
        if (call.method().equals("DELETE")) {
            objects.remove(call.path());
            return Reply.of(204, "");
        }
        String object = objects.get(call.path());
        return object == null ? Reply.of(200, list()) : new Reply(200, Map.of("ETag", "\"1\""), object);
    }

    private String list() {
        return objects.keySet().stream()
                .map(path -> "<Contents><Key>" + path.substring("/jobs/".length()) + "</Key><Size>1</Size>"
                        + "<LastModified>2026-11-21T10:00:00.000Z</LastModified></Contents>")
                .collect(Collectors.joining("", "<ListBucketResult>", "</ListBucketResult>"));
    }

    private int booth(String... arguments) {
        return BoothCommand.create(new NoStack(folder))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
