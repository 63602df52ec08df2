package booth.emulator.wire;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.Endpoint;
import java.util.Optional;

/** What is left when no service of AWS takes a request: unless it is signed for one of them, it is the public's. */
record PublicRequests(PublicService service) {
    static final String EVERYTHING = "*";
    /** With which requests are signed that an API checks itself. */
    private static final String API = "execute-api";

    /** To be added last: of several routes that fit, the first takes the request. */
    void routes(RoutesConfig routes) {
        HandlerType.commonHttp().forEach(method -> routes.addEndpoint(new Endpoint(method, EVERYTHING, this::any)));
    }

    private void any(Context request) {
        if (!service.isThere() || isForAService(request)) throw new NotFoundResponse();
        answer(request);
    }

    /** Whether a request that could be a service's is meant for the public one. */
    boolean isFor(Context request) {
        return service.has(request.path()) && !isForAService(request);
    }

    void answer(Context request) {
        service.answer(request);
    }

    private static boolean isForAService(Context request) {
        Optional<String> signed = ServiceResolver.signed(request);
        return signed.isPresent() && !signed.get().equals(API);
    }
}
