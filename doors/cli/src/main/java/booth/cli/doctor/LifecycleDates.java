package booth.cli.doctor;

import booth.core.Json;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * When a model's life ends. Bedrock says so in {@code modelLifecycle}, but the SDK of this version (2.40.2) reads no more
 * than the status there; so the answer is read as it comes.
 */
final class LifecycleDates implements ExecutionInterceptor {
    private volatile JsonNode lifecycle = Json.MAPPER.createObjectNode();

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        return context.responseBody().map(body -> {
            try {
                byte[] bytes = body.readAllBytes();
                read(bytes);
                return new ByteArrayInputStream(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void read(byte[] answer) throws IOException {
        try {
            lifecycle = Json.MAPPER.readTree(answer).at("/modelDetails/modelLifecycle");
        } catch (JacksonException e) {
            lifecycle = Json.MAPPER.createObjectNode(); // the SDK will say what it thinks of it
        }
    }

    /** Of the last answer; empty while Bedrock has set no date. */
    Optional<Instant> endOfLife() {
        JsonNode time = lifecycle.path("endOfLifeTime");
        if (time.isNumber()) return Optional.of(Instant.ofEpochSecond(time.longValue()));
        try {
            return time.isTextual()
                    ? Optional.of(OffsetDateTime.parse(time.textValue()).toInstant())
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
