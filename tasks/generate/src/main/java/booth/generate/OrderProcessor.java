package booth.generate;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import booth.core.Busy;
import booth.core.Refused;
import booth.core.function.JsonLog;
import booth.core.function.LogLine;
import booth.core.function.MessageVisibility;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Instant;
import java.util.Optional;

/**
 * Has an order filled and calls back the branch that waits for it: with a picture, or with what is final, a refusal or
 * an image model that cannot be used until somebody mends the account or the settings.
 * Everything else leaves the order in its queue. A busy model costs waiting time only; what is wrong with the order itself or with the
 * deployment is retried until the queue gives it to its dead letters. Nobody waits any more for an answer that comes too
 * late; its picture stays, should the job be replayed. An order whose job was canceled or erased is dropped.
 */
final class OrderProcessor {
    private final OrderDesk desk;
    private final MessageVisibility queue;
    private final Backoff backoff;
    private final JsonLog log;

    OrderProcessor(OrderDesk desk, MessageVisibility queue, Backoff backoff, JsonLog log) {
        this.desk = desk;
        this.queue = queue;
        this.backoff = backoff;
        this.log = log;
    }

    /**
     * Whether the order is done with; one that is not shall stay in the queue. Throws nothing: others wait behind it.
     *
     * @param until when whoever processes it will have given up
     */
    boolean process(SQSMessage message, Instant until) {
        long start = System.nanoTime();
        Delivery delivery = Delivery.of(message, until);
        Optional<Work> order = Optional.empty();
        try {
            order = Optional.of(desk.read(message));
            fill(order.get(), delivery, start);
            return true;
        } catch (Busy e) {
            log.write(note("busy", order, start).error(e));
            queue.delayRetry(delivery.receipt(), backoff.whileBusy(delivery.number()));
        } catch (RuntimeException e) {
            log.write(note("incident", order, start).error(e));
            queue.delayRetry(delivery.receipt(), backoff.afterIncident());
        }
        return false;
    }

    private void fill(Work order, Delivery delivery, long start) {
        boolean heard;
        LogLine line;
        try {
            heard = order.fill(delivery);
            line = note("picture_stored", Optional.of(order), start);
        } catch (Refused refused) {
            heard = order.fail(TaskCallback.Failure.of(refused));
            line = note("picture_refused", Optional.of(order), start).error(refused);
        } catch (ModelUnavailable incident) {
            heard = order.fail(TaskCallback.Failure.of(incident));
            line = note("incident", Optional.of(order), start).error(incident);
        } catch (ObsoleteOrder obsolete) {
            heard = order.fail(TaskCallback.Failure.of(obsolete));
            line = note("order_dropped", Optional.of(order), start).message(String.valueOf(obsolete.getMessage()));
        }
        log.write(line);
        if (!heard) log.write(note("nobody_waits", Optional.of(order), start));
    }

    private static LogLine note(String event, Optional<Work> order, long start) {
        LogLine note = LogLine.of(event);
        order.ifPresent(known -> known.on(note));
        return note.millis(NANOSECONDS.toMillis(System.nanoTime() - start));
    }
}
