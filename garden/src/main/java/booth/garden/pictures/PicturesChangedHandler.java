package booth.garden.pictures;

import booth.aws.Environment;
import booth.aws.S3ObjectStore;
import booth.core.function.JsonLog;
import booth.core.function.LogLine;
import booth.core.function.Priming;
import booth.core.job.ObjectStore;
import booth.garden.personalize.PersonalizeDatasets;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Lambda handler of S3's notifications of pictures, which come through a queue. A batch is one change where it can be, so
 * that many pictures of one search key cost few writes; where that fails each message stands for itself.
 *
 * <p>Environment:
 *
 * <ul>
 *   <li>{@code GARDEN_BUCKET}
 *   <li>{@code PERSONALIZE_ITEMS_ARN} (optional): the dataset of Amazon Personalize that hears of pictures
 * </ul>
 */
public final class PicturesChangedHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private record Read(SQSMessage message, List<PictureEvent> events) {}

    private final PicturesChanged pictures;
    private final JsonLog log;

    public PicturesChangedHandler() {
        this(System.getenv());
    }

    /** @param env environment variables by name */
    public PicturesChangedHandler(Map<String, String> env) {
        this(
                new Environment(env),
                new PersonalizedItems(PersonalizeDatasets.ofItems(new Environment(env)), InstantSource.system()));
    }

    private PicturesChangedHandler(Environment env, PictureListener listener) {
        this(S3ObjectStore.open(env.require("GARDEN_BUCKET")), listener, JsonLog.standardOutput());
    }

    PicturesChangedHandler(ObjectStore garden, PictureListener listener, JsonLog log) {
        this.pictures = new PicturesChanged(garden, listener);
        this.log = log;
        Priming.register(this, garden, listener);
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        List<SQSMessage> failed = new ArrayList<>();
        List<Read> read = new ArrayList<>();
        for (SQSMessage message : event.getRecords())
            if (!attempt(() -> read.add(new Read(message, PictureEvent.parse(message.getBody()))))) failed.add(message);
        if (!attempt(() -> pictures.follow(
                read.stream().flatMap(one -> one.events().stream()).toList())))
            read.stream()
                    .filter(one -> !attempt(() -> pictures.follow(one.events())))
                    .forEach(one -> failed.add(one.message()));
        return new SQSBatchResponse(failed.stream()
                .map(message -> new BatchItemFailure(message.getMessageId()))
                .toList());
    }

    /** Throws nothing: the other messages of the batch have done no wrong. */
    private boolean attempt(Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException e) {
            log.write(LogLine.of("incident").error(e));
            return false;
        }
    }
}
