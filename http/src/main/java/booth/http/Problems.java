package booth.http;

import booth.core.Busy;
import booth.core.Json;
import booth.core.Refused;
import booth.core.job.Jobs;
import booth.core.job.Problem;
import booth.core.job.Status;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns what is thrown into problem documents: the one place that knows which error has which HTTP status. */
public final class Problems {
    private static final Duration WHEN_BUSY = Duration.ofSeconds(5);
    private static final int BAD_REQUEST = 400;
    private static final Map<String, Integer> STATUS = Map.ofEntries(
            Map.entry("UNAUTHORIZED", 401),
            Map.entry("WRONG_BOOTH", 403),
            Map.entry("NO_SUCH_ROUTE", 404),
            Map.entry(NoSuchJob.CODE, 404),
            Map.entry("NO_SUCH_BATCH", 404),
            Map.entry("NO_SUCH_PHOTO", 404),
            Map.entry("NO_SUCH_PAIRING", 404),
            Map.entry("NO_SUCH_PICTURE", 404),
            Map.entry("NO_SUCH_DATASET", 404),
            Map.entry("PAIRING_USED", 410),
            Map.entry("PAIRING_EXPIRED", 410),
            Map.entry("ALREADY_ORDERED", 409),
            Map.entry("NOT_REPLAYABLE", 409),
            Map.entry("NOT_CANCELABLE", 409),
            Map.entry("GARDEN_NOT_EMPTY", 409),
            Map.entry("JOB_ERASED", 409),
            Map.entry("BODY_TOO_LARGE", 413),
            Map.entry("IDEMPOTENCY_KEY_REUSED", 422),
            Map.entry(Jobs.DAMAGED, 500));
    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(409, "Conflict"),
            Map.entry(410, "Gone"),
            Map.entry(413, "Content Too Large"),
            Map.entry(422, "Unprocessable Content"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(503, "Service Unavailable"));

    private Problems() {}

    static Answer of(RuntimeException error, Request request) {
        if (error instanceof Refused refused) return refused(refused, request);
        if (error instanceof RateExceeded exceeded)
            return problem(429, exceeded.code(), exceeded.sentence(), request).with(retryAfter(exceeded.pause()));
        if (error instanceof Busy)
            return problem(503, "BUSY", "A service that is needed is busy; ask again in a moment.", request)
                    .with(retryAfter(WHEN_BUSY));
        return problem(500, "INCIDENT", "Something is broken here; it has been logged.", request);
    }

    /** Of a job that came to nothing: its own error. */
    public static Answer ofEnd(Status end, Optional<Problem> why, Request request) {
        int status = switch (end) {
            case REJECTED -> 422;
            case CANCELED, EXPIRED -> 409;
            default -> 500;
        };
        Problem error = why.orElseGet(() -> new Problem(end.name(), "The job is " + end.word() + ".", false));
        return problem(status, error.code(), error.message(), request);
    }

    static Answer methodNotAllowed(Set<String> methods, Request request) {
        return problem(405, "METHOD_NOT_ALLOWED", "This path takes " + String.join(", ", methods) + ".", request)
                .with(Map.of("allow", String.join(", ", methods)));
    }

    private static Answer refused(Refused refused, Request request) {
        int status = Optional.ofNullable(STATUS.get(refused.code())).orElse(BAD_REQUEST);
        Answer answer = problem(status, refused.code(), refused.sentence(), request);
        return status == 401 ? answer.with(Map.of("www-authenticate", "Bearer")) : answer;
    }

    private static Map<String, String> retryAfter(Duration wait) {
        return Map.of(
                "retry-after", Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
    }

    private static Answer problem(int status, String code, String detail, Request request) {
        String title = Optional.ofNullable(TITLES.get(status)).orElseThrow();
        return new Answer(
                status,
                Map.of("content-type", "application/problem+json", "cache-control", "no-store"),
                Json.text(new ProblemDocument("about:blank", title, status, detail, code, request.path())));
    }
}
