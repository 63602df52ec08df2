package booth.http;

import booth.core.Busy;
import booth.core.Refused;
import booth.core.function.JsonLog;
import booth.core.function.LogLine;
import booth.core.job.JobId;
import java.util.Optional;
import java.util.Set;

/** Answers requests: finds the operation, asks for the key where one is needed, and turns every error into a problem. */
public final class Api {
    private final OpenApi openApi;
    private final Operations operations;
    private final Access access;
    private final Cors cors;
    private final JsonLog log;

    /** @param operations by operationId, without the description's own */
    public Api(OpenApi openApi, Operations operations, Access access, Cors cors, JsonLog log) {
        this.openApi = openApi;
        this.operations = operations;
        this.access = access;
        this.cors = cors;
        this.log = log;
    }

    public Answer answer(Request request) {
        long start = System.nanoTime();
        Optional<Route> route = openApi.find(request.method(), request.path());
        Answer answer = route.map(found -> answer(found, request)).orElseGet(() -> unrouted(request));
        log.write(line(request, route, answer).millis((System.nanoTime() - start) / 1_000_000));
        return cors.open(answer, request, route.map(Route::key).orElse(KeyUse.REQUIRED));
    }

    private Answer answer(Route route, Request request) {
        try {
            Call call = new Call(request, route.path().parameters(request.path()));
            return perform(operations.of(route), call);
        } catch (RuntimeException e) { // the last one who can answer; an incident is logged with its cause's class
            if (!(e instanceof Refused || e instanceof RateExceeded || e instanceof Busy))
                log.write(LogLine.of("incident").error(e));
            return Problems.of(e, request);
        }
    }

    private Answer perform(Operation operation, Call call) {
        if (operation instanceof Operation.Keyed keyed)
            return keyed.work().apply(call, access.authenticate(call.request()));
        if (operation instanceof Operation.OptionalKey free)
            return free.work().apply(call, access.authenticateOptional(call.request()));
        if (operation instanceof Operation.Guests both)
            return GuestToken.in(call.request())
                    .map(token -> both.guests().apply(call, token))
                    .orElseGet(() -> both.keyed().apply(call, access.authenticate(call.request())));
        return ((Operation.Open) operation).work().apply(call);
    }

    private Answer unrouted(Request request) {
        Set<String> methods = openApi.methods(request.path());
        if (methods.isEmpty())
            return Problems.of(
                    new Refused("NO_SUCH_ROUTE", "There is nothing at this path; see /openapi.json."), request);
        if (cors.isPreflight(request)) return preflight(request, methods);
        return Problems.methodNotAllowed(methods, request);
    }

    private Answer preflight(Request request, Set<String> methods) {
        KeyUse use = request.header("access-control-request-method")
                .flatMap(method -> openApi.find(method, request.path()))
                .map(Route::key)
                .orElse(KeyUse.REQUIRED);
        return cors.preflight(request, methods, use);
    }

    private static LogLine line(Request request, Optional<Route> route, Answer answer) {
        LogLine line = LogLine.of("request")
                .message(route.map(Route::operationId).orElse(request.method()) + " " + answer.status());
        Optional<JobId> job = route.map(found -> found.path().parameters(request.path()))
                .flatMap(parameters -> Optional.ofNullable(parameters.get("id")))
                .filter(JobId::isOne)
                .map(JobId::new);
        return job.map(line::job).orElse(line);
    }
}
