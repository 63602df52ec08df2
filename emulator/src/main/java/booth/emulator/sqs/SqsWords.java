package booth.emulator.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.emulator.sqs.ElasticQueues.Answer;
import booth.emulator.wire.Refusals;
import booth.emulator.wire.ServiceError;
import booth.emulator.wire.Xml;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jetty.server.Request;

/** How SQS says no: it speaks two protocols, and in the newer one says the older one's name of an error, too. */
enum SqsWords {
    JSON {
        @Override
        Refusals refusals() {
            return Refusals.REST;
        }

        @Override
        Answer refusal(ServiceError error) {
            return new Answer(
                    error.status(),
                    Map.of(
                            "x-amzn-query-error",
                            List.of(QUERY_NAMES.getOrDefault(error.code(), error.code()) + ";Sender")),
                    TYPE,
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("__type", "com.amazonaws.sqs#" + error.code())
                            .put("message", error.message())
                            .toString()
                            .getBytes(UTF_8));
        }

        @Override
        void check(Request request, byte[] body) {
            try {
                SqsRules.check(operation(request), MAPPER.readTree(body));
            } catch (IOException e) {
                throw ServiceError.badRequest("SerializationException", "The body is no JSON.");
            }
        }

        /** AWS leaves out a list in which nothing is. */
        @Override
        Answer worded(Request request, Answer answer) {
            boolean empty = operation(request).equals("ReceiveMessage") && Arrays.equals(answer.body(), NO_MESSAGES);
            return new Answer(answer.status(), answer.headers(), TYPE, empty ? NOTHING : answer.body());
        }
    },
    QUERY {
        @Override
        Refusals refusals() {
            return Refusals.QUERY;
        }

        @Override
        Answer refusal(ServiceError error) {
            String xml =
                    "<ErrorResponse xmlns=\"http://queue.amazonaws.com/doc/2012-11-05/\"><Error><Type>Sender</Type>"
                            + Xml.element("Code", error.code())
                            + Xml.element("Message", error.message())
                            + "<Detail/></Error>"
                            + Xml.element("RequestId", UUID.randomUUID().toString())
                            + "</ErrorResponse>";
            return new Answer(error.status(), Map.of(), "text/xml", xml.getBytes(UTF_8));
        }

        @Override
        void check(Request request, byte[] body) {
            // ElasticMQ's own rules hold
        }

        @Override
        Answer worded(Request request, Answer answer) {
            return answer;
        }
    };

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String TYPE = "application/x-amz-json-1.0";
    private static final byte[] NO_MESSAGES = "{\"Messages\":[]}".getBytes(UTF_8);
    private static final byte[] NOTHING = "{}".getBytes(UTF_8);
    private static final int UNAVAILABLE = 503;
    private static final Map<String, String> QUERY_NAMES = Map.of(
            "UnrecognizedClientException", "InvalidClientTokenId",
            "InvalidSignatureException", "SignatureDoesNotMatch",
            "MissingAuthenticationTokenException", "MissingAuthenticationToken",
            "IncompleteSignatureException", "IncompleteSignature",
            "EmptyBatchRequest", "AWS.SimpleQueueService.EmptyBatchRequest",
            "TooManyEntriesInBatchRequest", "AWS.SimpleQueueService.TooManyEntriesInBatchRequest",
            "BatchEntryIdsNotDistinct", "AWS.SimpleQueueService.BatchEntryIdsNotDistinct",
            "InvalidBatchEntryId", "AWS.SimpleQueueService.InvalidBatchEntryId",
            "BatchRequestTooLong", "AWS.SimpleQueueService.BatchRequestTooLong");

    static SqsWords of(Request request) {
        return Optional.ofNullable(request.getHeaders().get("X-Amz-Target")).isPresent() ? JSON : QUERY;
    }

    private static String operation(Request request) {
        String target = String.valueOf(request.getHeaders().get("X-Amz-Target"));
        return target.substring(target.lastIndexOf('.') + 1);
    }

    abstract Refusals refusals();

    /** @throws ServiceError what AWS would not have taken */
    abstract void check(Request request, byte[] body);

    /** ElasticMQ's answer as AWS words it. */
    abstract Answer worded(Request request, Answer answer);

    abstract Answer refusal(ServiceError error);

    Answer unavailable() {
        return refusal(new ServiceError(UNAVAILABLE, "ServiceUnavailable", "The queues are starting or stopping."));
    }
}
