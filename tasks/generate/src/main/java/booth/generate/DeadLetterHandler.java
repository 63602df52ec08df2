package booth.generate;

import booth.aws.Clients;
import booth.aws.Environment;
import booth.aws.S3ObjectStore;
import booth.core.Busy;
import booth.core.Json;
import booth.core.Primed;
import booth.core.function.JsonLog;
import booth.core.function.LogLine;
import booth.core.function.Priming;
import booth.core.function.TaskContext;
import booth.core.job.JobKeys;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sfn.SfnClient;

/**
 * Lambda handler of orders that the generation queue gave up: calls back each branch that waits, so that none waits for ever.
 * Whatever holds a task token is answered, however broken the rest of it may be; what holds none is logged and dropped,
 * for nobody waits for it. Where an answer does not get through, the whole batch is delivered again; to answer twice
 * does no harm.
 *
 * <p>Whoever ordered a picture of a text finds a note in the garden.
 *
 * <p>Environment:
 *
 * <ul>
 *   <li>{@code GARDEN_BUCKET} (optional): where such notes are left; where it is not set there is no garden
 * </ul>
 */
public final class DeadLetterHandler implements RequestHandler<SQSEvent, Void> {
    private static final TaskCallback.Failure GIVEN_UP = new TaskCallback.Failure(
            Busy.class.getName(), "The image model did not get to this picture in time; replay the job later.");

    private final TaskCallback callback;
    private final Optional<FailureNotes> notes;
    private final JsonLog log;

    public DeadLetterHandler() {
        this(System.getenv());
    }

    public DeadLetterHandler(Map<String, String> env) {
        this(
                new StepFunctionsCallback(Clients.build(SfnClient.builder(), Duration.ofSeconds(10))),
                new Environment(env)
                        .find("GARDEN_BUCKET")
                        .map(S3ObjectStore::open)
                        .map(FailureNotes::new),
                JsonLog.standardOutput());
    }

    DeadLetterHandler(TaskCallback callback, Optional<FailureNotes> notes, JsonLog log) {
        this.callback = callback;
        this.notes = notes;
        this.log = log;
        Priming.register(
                this, Stream.concat(Stream.of(callback), notes.stream()).toArray(Primed[]::new));
    }

    @Override
    public Void handleRequest(SQSEvent letters, Context context) {
        List<RuntimeException> failures = new ArrayList<>();
        for (SQSEvent.SQSMessage letter : letters.getRecords()) {
            try {
                answer(parse(letter.getBody()));
            } catch (RuntimeException e) { // rises when the others have been answered
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) throw failures.get(0);
        return null;
    }

    private void answer(JsonNode letter) {
        boolean noted = notes.map(garden -> garden.leave(letter, GIVEN_UP)).orElse(false);
        String token = letter.path("taskToken").asText("");
        if (token.isEmpty()) log.write(LogLine.of(noted ? "dead_letter_answered" : "dead_letter_dropped"));
        else log.write(line(callback.fail(token, GIVEN_UP) ? "dead_letter_answered" : "nobody_waits", letter));
    }

    private static JsonNode parse(String letter) {
        try {
            return Json.MAPPER.readTree(letter);
        } catch (JacksonException e) {
            return Json.MAPPER.missingNode();
        }
    }

    private static LogLine line(String event, JsonNode letter) {
        LogLine line = LogLine.of(event);
        JobKeys.jobOf(letter.path("picture").asText()).ifPresent(line::job);
        return line.task(TaskContext.in(letter)).index(letter.path("index").asInt());
    }
}
