package booth.emulator.lambda;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The queues that feed functions, each with a poller of its own. */
public final class EventSources implements AutoCloseable {
    private final SqsClient sqs;
    private final Functions functions;
    private final List<QueuePoller> pollers = new CopyOnWriteArrayList<>();

    /** @param sqs must allow an attempt longer than the long poll of 20 s */
    public EventSources(SqsClient sqs, Functions functions) {
        this.sqs = sqs;
        this.functions = functions;
    }

    /** The queue will feed the function, which must be deployed by then. */
    public void add(EventSource source) {
        if (functions.find(source.function()).isEmpty())
            throw new IllegalArgumentException("The queue " + source.queueArn() + " feeds a function "
                    + source.function() + " that does not exist.");
        pollers.add(new QueuePoller(source, sqs, functions));
    }

    /** Starts to feed the functions; what they cause must be there by then. */
    public void start() {
        pollers.forEach(QueuePoller::start);
    }

    List<EventSource> all() {
        return pollers.stream().map(QueuePoller::source).toList();
    }

    @Override
    public void close() {
        pollers.parallelStream().forEach(QueuePoller::close);
    }
}
