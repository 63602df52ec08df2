package booth.emulator.wire;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/**
 * Which service a request is for, by its head alone. A signed request says so itself: its credential's scope,
 * {@code <key>/<date>/<region>/<service>/aws4_request}, stands in the Authorization header or, presigned, in the query.
 * What is not signed, or in the old way, shows what it is by the habits of each protocol.
 */
final class ServiceResolver {
    private static final Pattern CREDENTIAL = Pattern.compile("Credential=([^,\\s]+)");
    private static final Pattern QUEUE = Pattern.compile("/\\d{12}/[^/]+/?");
    private static final String QUEUES_VERSION = "2012-11-05";
    private static final String PRESIGNED = "X-Amz-Credential";
    private static final String S3 = "s3";
    private static final String SQS = "sqs";

    private ServiceResolver() {}

    /**
     * The name the service signs with, {@code s3}; empty where nothing tells.
     *
     * @param open who answers what is for no service
     */
    static Optional<String> of(Request request, PublicService open) {
        Fields query = Request.extractQueryParameters(request);
        return scope(request.getHeaders().get(HttpHeader.AUTHORIZATION), query.getValue(PRESIGNED))
                .or(() -> habit(request, query, open));
    }

    /** As the signature says; empty where there is none. */
    static Optional<String> signed(Context request) {
        return scope(request.header(HttpHeader.AUTHORIZATION.asString()), request.queryParam(PRESIGNED));
    }

    private static Optional<String> scope(@Nullable String authorization, @Nullable String presigned) {
        Matcher signed = CREDENTIAL.matcher(authorization == null ? "" : authorization);
        String credential = signed.find() ? signed.group(1) : presigned;
        if (credential == null) return Optional.empty();
        List<String> parts = List.of(credential.split("/", -1));
        return parts.size() < 4 ? Optional.empty() : Optional.of(parts.get(parts.size() - 2));
    }

    private static Optional<String> habit(Request request, Fields query, PublicService open) {
        String target = Optional.ofNullable(request.getHeaders().get(JsonProtocol.TARGET))
                .orElse("");
        String type = Optional.ofNullable(request.getHeaders().get(HttpHeader.CONTENT_TYPE))
                .orElse("");
        if (target.startsWith("AmazonSQS.")
                || QUEUES_VERSION.equals(query.getValue("Version"))
                || QUEUE.matcher(Request.getPathInContext(request)).matches()) return Optional.of(SQS);
        // A browser asks before it writes to a bucket, or posts a form with its policy inside;
        // version 2 of the signature, with which the AWS CLI 1 presigns, names no service.
        boolean browser = request.getMethod().equals("OPTIONS") || type.startsWith("multipart/form-data");
        boolean presigned = query.getValue("AWSAccessKeyId") != null && query.getValue("Action") == null;
        return presigned || browser && !open.has(Request.getPathInContext(request))
                ? Optional.of(S3)
                : Optional.empty();
    }
}
