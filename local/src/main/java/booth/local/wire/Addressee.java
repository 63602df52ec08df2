package booth.local.wire;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;

/**
 * Which service a request is for, by its head alone. A signed request says so itself: its credential's scope,
 * {@code <key>/<date>/<region>/<service>/aws4_request}, stands in the Authorization header or, presigned, in the query.
 * What is not signed, or in the old way, shows what it is by the habits of each protocol.
 */
final class Addressee {
    private static final Pattern CREDENTIAL = Pattern.compile("Credential=([^,\\s]+)");
    private static final Pattern QUEUE = Pattern.compile("/\\d{12}/[^/]+/?");
    private static final String QUEUES_VERSION = "2012-11-05";
    private static final String S3 = "s3";
    private static final String SQS = "sqs";

    private Addressee() {}

    /** The name the service signs with, {@code s3}; empty where nothing tells. */
    static Optional<String> of(Request request) {
        Fields query = Request.extractQueryParameters(request);
        return scope(request, query).or(() -> habit(request, query));
    }

    private static Optional<String> scope(Request request, Fields query) {
        String authorization = Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION))
                .orElse("");
        Matcher signed = CREDENTIAL.matcher(authorization);
        String credential = signed.find() ? signed.group(1) : query.getValue("X-Amz-Credential");
        if (credential == null) return Optional.empty();
        List<String> parts = List.of(credential.split("/", -1));
        return parts.size() < 4 ? Optional.empty() : Optional.of(parts.get(parts.size() - 2));
    }

    private static Optional<String> habit(Request request, Fields query) {
        String target =
                Optional.ofNullable(request.getHeaders().get(JsonDoor.TARGET)).orElse("");
        String type = Optional.ofNullable(request.getHeaders().get(HttpHeader.CONTENT_TYPE))
                .orElse("");
        if (target.startsWith("AmazonSQS.")
                || QUEUES_VERSION.equals(query.getValue("Version"))
                || QUEUE.matcher(Request.getPathInContext(request)).matches()) return Optional.of(SQS);
        // A browser asks before it writes to a bucket, or posts a form with its policy inside;
        // version 2 of the signature, with which the AWS CLI 1 presigns, names no service.
        boolean browser = request.getMethod().equals("OPTIONS") || type.startsWith("multipart/form-data");
        boolean presigned = query.getValue("AWSAccessKeyId") != null && query.getValue("Action") == null;
        return browser || presigned ? Optional.of(S3) : Optional.empty();
    }
}
