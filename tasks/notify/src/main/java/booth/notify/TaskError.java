package booth.notify;

import booth.core.Json;
import booth.core.Refused;
import booth.core.job.Problem;
import booth.core.operating.Cancel;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * An error as the state machine hands it on.
 *
 * @param name of the error, e.g. {@code booth.core.Refused} or {@code States.Timeout}
 * @param cause a sentence, or Lambda's JSON {@code {"errorMessage": …, "errorType": …}} around it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record TaskError(
        @JsonProperty("Error") String name,
        @JsonProperty("Cause") Optional<String> cause) {
    /** What it means to people. The technical words of an incident stay in the execution's history. */
    Problem problem() {
        return switch (name) {
            case "booth.core.Refused" ->
                Refused.parse(message()).map(Problem::of).orElseGet(() -> new Problem("REFUSED", message(), false));
            case "booth.core.Busy" ->
                new Problem("BUSY", "The booth's services are too busy right now; replay the job later.", true);
            case "booth.generate.ModelUnavailable" -> MODEL_UNAVAILABLE;
            case Cancel.ERROR -> CANCELED;
            case "States.Timeout", "States.HeartbeatTimeout" -> TIMED_OUT;
            default ->
                new Problem(
                        "INTERNAL_ERROR",
                        "Something went wrong inside the booth (" + name
                                + "); replay the job, and tell the operator if it happens again.",
                        true);
        };
    }

    /** Which model, where and why, with the account's number in it, stays in the history too. */
    private static final Problem MODEL_UNAVAILABLE = new Problem(
            "MODEL_UNAVAILABLE",
            "The image model cannot be used; the booth's operator finds the reason in the job's execution, and can"
                    + " replay the job once it is mended.",
            true);

    static final Problem CANCELED =
            new Problem("CANCELED", "The job was canceled; replay it to have its pictures made after all.", true);

    static final Problem TIMED_OUT =
            new Problem("TIMED_OUT", "The pictures took too long to make; replay the job to try again.", true);

    private String message() {
        String text = cause.orElse("");
        try {
            JsonNode wrapped = Json.MAPPER.readTree(text).path("errorMessage");
            return wrapped.isTextual() ? wrapped.textValue() : text;
        } catch (JacksonException e) {
            return text; // plain words
        }
    }
}
