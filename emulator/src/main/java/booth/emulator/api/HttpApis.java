package booth.emulator.api;

import booth.emulator.account.Account;
import booth.emulator.lambda.Functions;
import booth.emulator.wire.PublicService;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The HTTP API of the account. There is one gateway and it has no name by which APIs could be told apart, so there is
 * one API.
 */
public final class HttpApis implements PublicService, AutoCloseable {
    private static final String REQUEST_ID = "apigw-requestid";

    private final Account account;
    private final Functions functions;
    private final Clock clock;
    private final ExecutorService threads;
    private volatile Optional<HttpApi> deployed = Optional.empty();

    /**
     * An API with a stage.
     *
     * @param id the first part of its host name on AWS
     */
    public record Spec(String id, List<Route> routes, Optional<Cors> cors) {
        public Spec {
            routes = List.copyOf(routes);
        }
    }

    public HttpApis(Account account, Functions functions, Clock clock) {
        this.account = account;
        this.functions = functions;
        this.clock = clock;
        this.threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "http-api");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** @throws IllegalStateException when there is one already */
    public synchronized void deploy(Spec api) {
        if (isThere()) throw new IllegalStateException("The gateway serves one HTTP API, and has one.");
        deployed = Optional.of(new HttpApi(api, account, functions, threads));
    }

    @Override
    public boolean isThere() {
        return deployed.isPresent();
    }

    @Override
    public boolean has(String path) {
        return deployed.map(api -> api.has(ApiRequest.decodedPath(path))).orElse(false);
    }

    @Override
    public void answer(Context call) {
        ApiRequest request = request(call);
        HttpApi api = deployed.orElseThrow();
        write(call, request, isTooLarge(call, request) ? HttpApi.tooLarge() : api.answer(request));
    }

    private static boolean isTooLarge(Context call, ApiRequest request) {
        return call.contentLength() > HttpApi.MAX_BODY || request.body().length > HttpApi.MAX_BODY;
    }

    private ApiRequest request(Context call) {
        Map<String, List<String>> headers = new TreeMap<>();
        for (String name : Collections.list(call.req().getHeaderNames()))
            headers.put(
                    name.toLowerCase(Locale.ROOT), Collections.list(call.req().getHeaders(name)));
        return new ApiRequest(
                UUID.randomUUID().toString(),
                clock.instant(),
                call.protocol(),
                call.ip(),
                call.req().getMethod(),
                ApiRequest.decodedPath(call.req().getRequestURI()),
                Optional.ofNullable(call.queryString()).orElse(""),
                headers,
                call.contentLength() > HttpApi.MAX_BODY ? new byte[0] : call.bodyAsBytes());
    }

    private static void write(Context call, ApiRequest request, ApiAnswer answer) {
        call.status(answer.status());
        call.header(REQUEST_ID, request.id());
        answer.headers().forEach((name, value) -> {
            if (!name.equals("content-length") && !name.equals("transfer-encoding")) call.header(name, value);
        });
        answer.cookies().forEach(cookie -> call.res().addHeader("set-cookie", cookie));
        if (answer.body().length > 0) call.result(answer.body());
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
