package booth.local.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.emulator.account.Account;
import booth.emulator.wire.Addresses;
import booth.emulator.wire.PublicService;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The pages, and behind them the API: what is no page is the API's. On AWS the two have addresses of their own and pages
 * learn them from {@code /config.json}; here both share the gateway's.
 */
public final class Site implements PublicService {
    private static final String CONFIG = "/config.json";
    /** Where the operators' page learns the account's keys. */
    private static final String KEYS = "/operators/keys";

    private static final String STREAM = "/v1/stream";
    /** Always asks whether there is something newer, which costs next to nothing. */
    private static final String CACHE = "no-cache";

    private static final String BEARER = "Bearer ";
    private static final String SAME_ORIGIN = "same-origin";

    private final PublicService api;
    private final Account account;
    private final String stack;
    private final Supplier<URI> pictures;
    private final Supplier<Map<String, String>> outputs;
    private final OperatorsKey operators;
    private final Headers headers = Headers.load();

    /**
     * @param stack its name
     * @param pictures where links to pictures lead
     * @param outputs of the stack
     */
    public Site(
            PublicService api,
            Account account,
            String stack,
            Supplier<URI> pictures,
            Supplier<Map<String, String>> outputs) {
        this.api = api;
        this.account = account;
        this.operators = OperatorsKey.of(account);
        this.stack = stack;
        this.pictures = pictures;
        this.outputs = outputs;
    }

    @Override
    public boolean isThere() {
        return api.isThere();
    }

    @Override
    public boolean has(String path) {
        return isThere()
                        && (path.equals(CONFIG)
                                || path.equals(KEYS)
                                || PageFile.at(path).isPresent())
                || api.has(path);
    }

    @Override
    public void answer(Context request) {
        boolean reads =
                request.method().equals(HandlerType.GET) || request.method().equals(HandlerType.HEAD);
        if (reads && request.path().equals(KEYS)) {
            keys(request);
            return;
        }
        Optional<PageFile> file = reads ? file(request) : Optional.empty();
        file.ifPresentOrElse(found -> serve(request, found), () -> api.answer(request));
    }

    private Optional<PageFile> file(Context request) {
        return request.path().equals(CONFIG) ? Optional.of(config(request)) : PageFile.at(request.path());
    }

    private void serve(Context request, PageFile file) {
        headers.with(pictures.get() + " ws://" + request.host()).forEach(request::header);
        request.header("Cache-Control", CACHE);
        request.header("ETag", file.etag());
        if (file.etag().equals(request.header("If-None-Match"))) request.status(304);
        else request.contentType(file.type()).result(file.content());
    }

    private PageFile config(Context request) {
        ObjectNode config = JsonNodeFactory.instance
                .objectNode()
                .put("api", "")
                .put("stream", "ws://" + request.host() + STREAM)
                .put("region", account.region())
                .put("stack", stack);
        output("StateMachineArn").ifPresent(machine -> config.put("stateMachineArn", machine));
        output("LogGroupPrefix").ifPresent(prefix -> config.put("logGroupPrefix", prefix));
        config.putObject("aws").put("endpoint", "").put("keys", KEYS); // every service answers at the gateway
        return PageFile.of("application/json", config.toString().getBytes(UTF_8));
    }

    /** To its own page alone, and to that only if its operator came by the link. */
    private void keys(Context request) {
        String given = Optional.ofNullable(request.header("Authorization")).orElse("");
        boolean own = !Addresses.isForeign(request.header("Origin"), request.header("Host"))
                && Optional.ofNullable(request.header("Sec-Fetch-Site"))
                        .orElse(SAME_ORIGIN)
                        .equals(SAME_ORIGIN);
        request.header("Cache-Control", "no-store").contentType("application/json");
        if (own && given.startsWith(BEARER) && operators.is(given.substring(BEARER.length())))
            request.result(JsonNodeFactory.instance
                    .objectNode()
                    .put("accessKeyId", account.accessKey())
                    .put("secretAccessKey", account.secretKey())
                    .toString());
        else request.status(403).result("{\"message\":\"Open the operators' link that booth up prints.\"}");
    }

    private Optional<String> output(String name) {
        return Optional.ofNullable(outputs.get().get(name));
    }
}
