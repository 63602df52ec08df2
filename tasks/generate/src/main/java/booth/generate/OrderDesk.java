package booth.generate;

import booth.aws.JsonLog;
import booth.aws.LogLine;
import booth.core.Busy;
import booth.core.Json;
import booth.core.Refused;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Takes an order, has it filled and tells the waiting branch: a picture, or a refusal, which is final. Everything else
 * leaves the order in its queue. A busy model costs waiting time only; what is wrong with the order itself or with the
 * house comes back until the queue gives it to its dead letters. Nobody waits any more for an answer that comes too
 * late; its picture stays, should the job be replayed.
 */
final class OrderDesk {
    private final Generate generate;
    private final WaitingBranch branch;
    private final WaitingLine line;
    private final Backoff backoff;
    private final JsonLog log;

    OrderDesk(Generate generate, WaitingBranch branch, WaitingLine line, Backoff backoff, JsonLog log) {
        this.generate = generate;
        this.branch = branch;
        this.line = line;
        this.backoff = backoff;
        this.log = log;
    }

    /** Whether the order is done with; one that is not shall stay in the queue. Throws nothing: others wait behind it. */
    boolean settle(SQSMessage message) {
        Optional<PictureOrder> order = Optional.empty();
        try {
            order = Optional.of(read(message));
            fill(order.get());
            return true;
        } catch (Busy e) {
            log.write(note("busy", order).error(e));
            line.comeBack(message.getReceiptHandle(), backoff.whileBusy(deliveries(message)));
        } catch (RuntimeException e) {
            log.write(note("incident", order).error(e));
            line.comeBack(message.getReceiptHandle(), backoff.afterIncident());
        }
        return false;
    }

    private void fill(PictureOrder order) {
        boolean heard;
        try {
            heard = branch.succeed(order.taskToken(), generate.apply(order));
            log.write(note("picture_stored", Optional.of(order)));
        } catch (Refused refused) {
            heard = branch.fail(order.taskToken(), WaitingBranch.Failure.of(refused));
            log.write(note("picture_refused", Optional.of(order)).error(refused.code()));
        }
        if (!heard) log.write(note("nobody_waits", Optional.of(order)));
    }

    private static PictureOrder read(SQSMessage message) {
        String name = "Message " + message.getMessageId();
        return Json.read(name, message.getBody().getBytes(StandardCharsets.UTF_8), PictureOrder.class);
    }

    private static int deliveries(SQSMessage message) {
        Map<String, String> attributes =
                Optional.ofNullable(message.getAttributes()).orElse(Map.of());
        return Integer.parseInt(attributes.getOrDefault("ApproximateReceiveCount", "1"));
    }

    private static LogLine note(String event, Optional<PictureOrder> order) {
        LogLine note = LogLine.of(event);
        return order.map(known -> note.job(known.jobId()).index(known.index())).orElse(note);
    }
}
