package booth.local.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.emulator.account.Account;
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
    private static final String STREAM = "/v1/stream";
    /** Always asks whether there is something newer, which costs next to nothing. */
    private static final String CACHE = "no-cache";

    private final PublicService api;
    private final Account account;
    private final String stack;
    private final Supplier<URI> pictures;
    private final Supplier<Map<String, String>> outputs;
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
        return isThere() && (path.equals(CONFIG) || PageFile.at(path).isPresent()) || api.has(path);
    }

    @Override
    public void answer(Context request) {
        boolean reads =
                request.method().equals(HandlerType.GET) || request.method().equals(HandlerType.HEAD);
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
        // every service answers at the gateway, to credentials that everybody knows
        config.putObject("aws")
                .put("endpoint", "")
                .put("accessKeyId", account.accessKey())
                .put("secretAccessKey", account.secretKey());
        return PageFile.of("application/json", config.toString().getBytes(UTF_8));
    }

    private Optional<String> output(String name) {
        return Optional.ofNullable(outputs.get().get(name));
    }
}
