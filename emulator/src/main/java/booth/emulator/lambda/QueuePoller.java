package booth.emulator.lambda;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Carries messages of one queue to one function: long polls, hands each batch on while fewer than the allowed number are
 * under way, and deletes what the function is done with. What it failed on stays in the queue until its visibility
 * timeout ends, and comes again or goes to the dead letters.
 */
final class QueuePoller implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QueuePoller.class);
    private static final int LONG_POLL = 20;
    private static final int RECEIVE_LIMIT = 10;
    private static final int PAUSE_AFTER_ERROR = 500;
    private static final int GRACE = 2;

    private final EventSource source;
    private final SqsClient sqs;
    private final Functions functions;
    private final Semaphore slots;
    private final ExecutorService batches;
    private final Thread poller;
    private volatile boolean closed;

    QueuePoller(EventSource source, SqsClient sqs, Functions functions) {
        this.source = source;
        this.sqs = sqs;
        this.functions = functions;
        this.slots = new Semaphore(source.concurrency());
        this.batches = Executors.newCachedThreadPool(Threads.named("batch-" + source.function()));
        this.poller = Threads.named("poll-" + source.function()).newThread(this::poll);
    }

    EventSource source() {
        return source;
    }

    void start() {
        poller.start();
    }

    private void poll() {
        try {
            while (!closed) {
                slots.acquire();
                List<Message> batch = receive();
                if (batch.isEmpty() || closed) slots.release();
                else batches.execute(() -> carry(batch));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    private List<Message> receive() throws InterruptedException {
        try {
            List<Message> batch = new ArrayList<>(receive(source.batch(), LONG_POLL));
            long deadline = System.nanoTime() + source.window().toNanos();
            while (!batch.isEmpty() && batch.size() < source.batch()) {
                long left = NANOSECONDS.toSeconds(deadline - System.nanoTime());
                if (left <= 0) break;
                batch.addAll(receive(source.batch() - batch.size(), (int) Math.min(left, LONG_POLL)));
            }
            return batch;
        } catch (SdkException e) {
            if (!closed) {
                LOG.warn("The queue {} cannot be read: {}", source.queueArn(), e.getMessage());
                MILLISECONDS.sleep(PAUSE_AFTER_ERROR);
            }
            return List.of();
        }
    }

    private List<Message> receive(int most, int seconds) {
        return sqs.receiveMessage(receive -> receive.queueUrl(source.queueUrl())
                        .maxNumberOfMessages(Math.min(most, RECEIVE_LIMIT))
                        .waitTimeSeconds(seconds)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                        .messageAttributeNames("All"))
                .messages();
    }

    private void carry(List<Message> batch) {
        try {
            Invocation result = functions.invoke(source.function(), SqsEvents.of(batch, source.queueArn()));
            if (result.failed())
                LOG.warn("{} failed on {} messages: {}", source.function(), batch.size(), result.text());
            delete(BatchOutcome.done(batch, result, source.reportsItems()));
        } catch (SdkException e) {
            if (!closed) LOG.warn("Messages of {} cannot be deleted: {}", source.queueArn(), e.getMessage());
        } finally {
            slots.release();
        }
    }

    private void delete(List<Message> done) {
        for (int from = 0; from < done.size(); from += RECEIVE_LIMIT) {
            List<DeleteMessageBatchRequestEntry> entries =
                    done.subList(from, Math.min(from + RECEIVE_LIMIT, done.size())).stream()
                            .map(message -> DeleteMessageBatchRequestEntry.builder()
                                    .id(message.messageId())
                                    .receiptHandle(message.receiptHandle())
                                    .build())
                            .toList();
            sqs.deleteMessageBatch(delete -> delete.queueUrl(source.queueUrl()).entries(entries));
        }
    }

    /** Stops receiving and gives batches under way a moment; a pending long poll ends with the connection. */
    @Override
    public void close() {
        closed = true;
        poller.interrupt();
        batches.shutdown();
        try {
            if (!batches.awaitTermination(GRACE, SECONDS)) batches.shutdownNow();
        } catch (InterruptedException e) {
            batches.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
