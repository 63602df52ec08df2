package booth.emulator.api;

import booth.emulator.account.Account;
import booth.emulator.lambda.Functions;
import booth.emulator.lambda.Invocation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One API: chooses the route, calls the function behind it, and answers as API Gateway does when that goes wrong. */
final class HttpApi {
    /** Of a request's body. */
    static final int MAX_BODY = 10 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(HttpApi.class);
    /** What Lambda takes and gives in one call. */
    private static final int MAX_EVENT = 6 << 20;

    private final List<Route> routes;
    private final Optional<Cors> cors;
    private final ApiEvent event;
    private final Functions functions;
    private final Executor threads;

    HttpApi(HttpApis.Spec spec, Account account, Functions functions, Executor threads) {
        this.routes = spec.routes().stream().sorted(Route.BY_PREFERENCE).toList();
        this.cors = spec.cors();
        this.event = new ApiEvent(spec.id(), account);
        this.functions = functions;
        this.threads = threads;
    }

    /** Whether some route names this path, by whatever method. */
    boolean has(String path) {
        return routes.stream().anyMatch(route -> route.names(path));
    }

    /** The route that names the path and takes the method; never {@code $default}. */
    Optional<Route> route(String method, String path) {
        return named().filter(route -> route.match(method, path).isPresent()).findFirst();
    }

    /** The route that names the path, whatever it takes; never {@code $default}. */
    Optional<Route> route(String path) {
        return named().filter(route -> route.match(path).isPresent()).findFirst();
    }

    /** Whether it has a {@code $default}. */
    boolean takesEverything() {
        return routes.stream().anyMatch(Route::takesEverything);
    }

    /** The key of a route that the other has too; each may have its {@code $default}. */
    Optional<String> shared(HttpApi other) {
        return named().map(Route::key)
                .filter(key -> other.named().anyMatch(route -> route.key().equals(key)))
                .findFirst();
    }

    private Stream<Route> named() {
        return routes.stream().filter(route -> !route.takesEverything());
    }

    ApiAnswer answer(ApiRequest request) {
        Optional<String> origin = request.header("origin");
        if (cors.isEmpty() || origin.isEmpty()) return routed(request);
        if (request.isPreflight())
            return new ApiAnswer(204, cors.get().beforehand(origin.get()), List.of(), new byte[0]);
        return routed(request).withoutCors().with(cors.get().along(origin.get()));
    }

    private ApiAnswer routed(ApiRequest request) {
        for (Route route : routes) {
            Optional<Map<String, String>> variables = route.match(request.method(), request.path());
            if (variables.isPresent())
                return called(route.integration(), event.of(request, route.key(), variables.get()));
        }
        return ApiAnswer.message(404, "Not Found");
    }

    private ApiAnswer called(Integration integration, byte[] payload) {
        if (payload.length > MAX_EVENT) return tooLarge();
        CompletableFuture<Invocation> call =
                CompletableFuture.supplyAsync(() -> functions.invoke(integration.function(), payload), threads);
        try {
            Invocation done = call.get(integration.timeout().toMillis(), TimeUnit.MILLISECONDS);
            if (!done.failed() && done.payload().length <= MAX_EVENT) return ApiAnswer.of(done.payload());
            LOG.warn("{} failed: {}", integration.function(), done.failed() ? done.text() : "its answer is too large");
            return ApiAnswer.failure();
        } catch (TimeoutException e) { // the function goes on, as it does on AWS
            LOG.warn("{} did not answer within {}", integration.function(), integration.timeout());
            return ApiAnswer.message(503, "Service Unavailable");
        } catch (ExecutionException e) {
            LOG.error("{} could not be called", integration.function(), e);
            return ApiAnswer.failure();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ApiAnswer.message(503, "Service Unavailable");
        }
    }

    static ApiAnswer tooLarge() {
        return ApiAnswer.message(413, "Request Entity Too Large");
    }
}
