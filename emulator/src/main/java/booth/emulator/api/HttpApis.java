package booth.emulator.api;

import booth.emulator.account.Account;
import booth.emulator.lambda.Functions;
import booth.emulator.wire.PublicService;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The HTTP APIs of the account. There is one gateway and it has no names by which APIs could be told apart, so their paths
 * tell: a request is for the API that has the best route for it. What no API has a route for goes to the first that takes
 * everything else, {@code $default}.
 */
public final class HttpApis implements PublicService, AutoCloseable {
    private static final String REQUEST_ID = "apigw-requestid";

    private final Account account;
    private final Functions functions;
    private final Clock clock;
    private final ExecutorService threads;
    private final List<HttpApi> deployed = new CopyOnWriteArrayList<>();

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

    /** @throws IllegalArgumentException when an earlier one has one of its routes */
    public synchronized void deploy(Spec api) {
        HttpApi added = new HttpApi(api, account, functions, threads);
        for (HttpApi earlier : deployed)
            earlier.shared(added).ifPresent(route -> {
                throw new IllegalArgumentException(
                        "another HTTP API has the route " + route + ", and the gateway serves all at one address");
            });
        deployed.add(added);
    }

    @Override
    public boolean isThere() {
        return !deployed.isEmpty();
    }

    @Override
    public boolean has(String path) {
        String decoded = ApiRequest.decodedPath(path);
        return deployed.stream().anyMatch(api -> api.has(decoded));
    }

    private HttpApi meant(ApiRequest request) {
        return Stream.<Function<HttpApi, Optional<Route>>>of(
                        api -> api.route(request.asked(), request.path()), api -> api.route(request.path()))
                .flatMap(route -> best(route).stream())
                .findFirst()
                .or(() -> deployed.stream().filter(HttpApi::takesEverything).findFirst())
                .orElseGet(() -> deployed.get(0));
    }

    /** Of those that have a route the one that API Gateway would prefer, if all were of one API. */
    private Optional<HttpApi> best(Function<HttpApi, Optional<Route>> route) {
        return deployed.stream()
                .filter(api -> route.apply(api).isPresent())
                .min(Comparator.comparing(api -> route.apply(api).orElseThrow(), Route.BY_PREFERENCE));
    }

    @Override
    public void answer(Context call) {
        ApiRequest request = request(call);
        write(
                call,
                request,
                isTooLarge(call, request) ? HttpApi.tooLarge() : meant(request).answer(request));
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
