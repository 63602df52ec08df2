package booth.emulator.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.emulator.wire.ServiceError;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Limits of SQS that ElasticMQ does not have, or words differently. They are checked in the JSON protocol, which every SDK
 * and the AWS CLI have spoken since 2023; who still sends forms gets ElasticMQ's own.
 */
final class SqsRules {
    private static final int LARGEST = 1 << 20;
    private static final int MOST = 10;
    private static final Pattern ENTRY_ID = Pattern.compile("[A-Za-z0-9_-]{1,80}");
    private static final String VISIBILITY = "VisibilityTimeout";
    private static final String DELAY = "DelaySeconds";
    private static final String BODY = "MessageBody";

    private record Range(long least, long most) {
        boolean holds(String value) {
            return value.matches("\\d{1,10}") && holds(Long.parseLong(value));
        }

        boolean holds(long value) {
            return value >= least && value <= most;
        }
    }

    private static final Map<String, Range> NUMBERS = Map.of(
            DELAY,
            new Range(0, 900),
            "MaximumMessageSize",
            new Range(1024, LARGEST),
            "MessageRetentionPeriod",
            new Range(60, 1_209_600),
            "ReceiveMessageWaitTimeSeconds",
            new Range(0, 20),
            VISIBILITY,
            new Range(0, 43_200),
            "KmsDataKeyReusePeriodSeconds",
            new Range(60, 86_400));
    private static final Set<String> TEXTS = Set.of(
            "Policy",
            "RedrivePolicy",
            "RedriveAllowPolicy",
            "KmsMasterKeyId",
            "SqsManagedSseEnabled",
            "FifoQueue",
            "ContentBasedDeduplication",
            "DeduplicationScope",
            "FifoThroughputLimit");
    private static final Set<String> READ_ONLY = Set.of(
            "All",
            "ApproximateNumberOfMessages",
            "ApproximateNumberOfMessagesDelayed",
            "ApproximateNumberOfMessagesNotVisible",
            "CreatedTimestamp",
            "LastModifiedTimestamp",
            "QueueArn");

    private SqsRules() {}

    /**
     * Checks a request.
     *
     * @param operation {@code SendMessage}
     * @throws ServiceError as AWS words it
     */
    static void check(String operation, JsonNode input) {
        switch (operation) {
            case "CreateQueue", "SetQueueAttributes" -> attributes(input.path("Attributes"));
            case "GetQueueAttributes" -> names(input.path("AttributeNames"));
            case "ReceiveMessage" -> {
                number(input, "MaxNumberOfMessages", 1, MOST, "Must be between 1 and 10, if provided.");
                number(input, "WaitTimeSeconds", 0, 20, "Must be >= 0 and <= 20, if provided.");
                number(input, VISIBILITY, 0, 43_200, "Must be >= 0 and <= 43200, if provided.");
            }
            case "ChangeMessageVisibility" ->
                number(input, VISIBILITY, 0, 43_200, "VisibilityTimeout must be an integer between 0 and 43200.");
            case "SendMessage" -> message(input);
            case "SendMessageBatch", "DeleteMessageBatch", "ChangeMessageVisibilityBatch" ->
                batch(operation, input.path("Entries"));
            default -> {}
        }
    }

    private static void attributes(JsonNode attributes) {
        attributes.properties().forEach(attribute -> {
            String name = attribute.getKey();
            Range range = NUMBERS.get(name);
            if (range == null && !TEXTS.contains(name)) throw unknown(name);
            if (range != null && !range.holds(attribute.getValue().asText()))
                throw ServiceError.badRequest("InvalidAttributeValue", "Invalid value for the parameter " + name + ".");
        });
    }

    private static void names(JsonNode names) {
        names.forEach(name -> {
            String text = name.asText();
            if (Stream.of(NUMBERS.keySet(), TEXTS, READ_ONLY).noneMatch(known -> known.contains(text)))
                throw unknown(text);
        });
    }

    private static ServiceError unknown(String attribute) {
        return ServiceError.badRequest("InvalidAttributeName", "Unknown Attribute " + attribute + ".");
    }

    private static void number(JsonNode input, String name, long least, long most, String reason) {
        JsonNode value = input.path(name);
        if (!value.isMissingNode() && !value.isNull() && !new Range(least, most).holds(value.asLong(-1)))
            throw ServiceError.badRequest(
                    "InvalidParameterValue",
                    "Value " + value.asText() + " for parameter " + name + " is invalid. Reason: " + reason);
    }

    private static void message(JsonNode input) {
        String body = input.path(BODY).asText();
        if (body.isEmpty())
            throw ServiceError.badRequest("MissingParameter", "The request must contain the parameter MessageBody.");
        if (size(input) > LARGEST)
            throw ServiceError.badRequest(
                    "InvalidParameterValue",
                    "One or more parameters are invalid. Reason: Message must be shorter than " + LARGEST + " bytes.");
        if (!body.codePoints().allMatch(SqsRules::isLegal))
            throw ServiceError.badRequest(
                    "InvalidMessageContents",
                    "Invalid characters found. Valid unicode characters are #x9 | #xA | #xD | #x20 to #xD7FF |"
                            + " #xE000 to #xFFFD | #x10000 to #x10FFFF");
        number(input, DELAY, 0, 900, "DelaySeconds must be >= 0 and <= 900.");
    }

    private static boolean isLegal(int character) {
        return character == 0x9
                || character == 0xA
                || character == 0xD
                || character >= 0x20 && character <= 0xD7FF
                || character >= 0xE000 && character <= 0xFFFD
                || character >= 0x10000;
    }

    /** The body and the attributes, as AWS counts them. */
    private static long size(JsonNode message) {
        long bytes = message.path(BODY).asText().getBytes(UTF_8).length;
        for (var attribute : message.path("MessageAttributes").properties()) {
            bytes += attribute.getKey().getBytes(UTF_8).length;
            for (var part : attribute.getValue().properties())
                bytes += part.getValue().asText().getBytes(UTF_8).length;
        }
        return bytes;
    }

    private static void batch(String operation, JsonNode entries) {
        if (entries.isEmpty())
            throw ServiceError.badRequest(
                    "EmptyBatchRequest", "There should be at least one " + operation + "RequestEntry in the request.");
        if (entries.size() > MOST)
            throw ServiceError.badRequest(
                    "TooManyEntriesInBatchRequest",
                    "Maximum number of entries per request are " + MOST + ". You have sent " + entries.size() + ".");
        Set<String> ids = new HashSet<>();
        long bytes = 0;
        for (JsonNode entry : entries) {
            String id = entry.path("Id").asText();
            if (!ENTRY_ID.matcher(id).matches())
                throw ServiceError.badRequest(
                        "InvalidBatchEntryId",
                        "A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can"
                                + " be at most 80 letters long.");
            if (!ids.add(id)) throw ServiceError.badRequest("BatchEntryIdsNotDistinct", "Id " + id + " repeated.");
            bytes += size(entry);
        }
        if (bytes > LARGEST)
            throw ServiceError.badRequest(
                    "BatchRequestTooLong",
                    "Batch requests cannot be longer than " + LARGEST + " bytes. You have sent " + bytes + " bytes.");
    }
}
