package booth.emulator.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every answer has (a request id), and how REST services say that something went wrong. */
final class RestErrors {
    private static final Logger LOG = LoggerFactory.getLogger(RestErrors.class);
    private static final String REQUEST_ID = "x-amzn-RequestId";
    private static final int NOT_FOUND = 404;

    private RestErrors() {}

    static void identify(Context request) {
        request.header(REQUEST_ID, UUID.randomUUID().toString());
    }

    static String requestId(Context request) {
        return Optional.ofNullable(request.res().getHeader(REQUEST_ID)).orElse("");
    }

    static void routes(RoutesConfig routes) {
        routes.exception(ServiceError.class, (error, request) -> answer(request, error));
        routes.exception(HttpResponseException.class, (error, request) -> answer(request, unserved(request, error)));
        routes.exception(Exception.class, (error, request) -> {
            LOG.error("{} {} failed", request.method(), request.path(), error);
            answer(request, new ServiceError(500, "InternalServerException", error.toString()));
        });
    }

    private static ServiceError unserved(Context request, HttpResponseException error) {
        if (error.getStatus() == NOT_FOUND)
            return new ServiceError(
                    NOT_FOUND,
                    "UnknownOperationException",
                    "There is no operation " + request.method() + " " + request.path() + " here.");
        return new ServiceError(error.getStatus(), "BadRequestException", String.valueOf(error.getMessage()));
    }

    private static void answer(Context request, ServiceError error) {
        request.status(error.status());
        request.header("x-amzn-errortype", error.code());
        request.contentType("application/json");
        request.result(JsonNodeFactory.instance
                .objectNode()
                .put("message", error.message())
                .toString());
    }
}
