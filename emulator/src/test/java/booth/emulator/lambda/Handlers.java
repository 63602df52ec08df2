package booth.emulator.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Functions to deploy in tests; each is built from its environment, as all functions of the house are. */
public final class Handlers {
    private Handlers() {}

    /** Answers with its environment's GREETING, its input and what the context says. */
    public static final class Greeter implements RequestStreamHandler {
        private final String greeting;

        public Greeter(Map<String, String> environment) {
            greeting = environment.getOrDefault("GREETING", "") + environment.get("AWS_LAMBDA_FUNCTION_NAME");
        }

        @Override
        public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
            String input = new String(in.readAllBytes(), UTF_8);
            boolean timely = context.getRemainingTimeInMillis() > 0;
            out.write(("{\"greeting\":\"" + greeting + "\",\"input\":" + input + ",\"timely\":" + timely + "}")
                    .getBytes(UTF_8));
        }
    }

    /** Fails with an error of its own. */
    public static final class Refuser implements RequestStreamHandler {
        static final Queue<String> CALLS = new ConcurrentLinkedQueue<>();

        public Refuser(Map<String, String> environment) {}

        @Override
        public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
            CALLS.add(new String(in.readAllBytes(), UTF_8));
            throw new NotToday("not today", new IOException("rain"));
        }
    }

    public static final class NotToday extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotToday(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Never answers. */
    public static final class Sleeper implements RequestStreamHandler {
        public Sleeper(Map<String, String> environment) {}

        @Override
        public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    /** Remembers bodies; names those that say "bad" as failed. */
    public static final class Consumer implements RequestHandler<SQSEvent, SQSBatchResponse> {
        static final Queue<String> BODIES = new ConcurrentLinkedQueue<>();

        public Consumer(Map<String, String> environment) {}

        @Override
        public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
            event.getRecords().forEach(record -> BODIES.add(record.getBody()));
            return new SQSBatchResponse(event.getRecords().stream()
                    .filter(record -> record.getBody().contains("bad"))
                    .map(record -> new SQSBatchResponse.BatchItemFailure(record.getMessageId()))
                    .toList());
        }
    }

    /** Counts how many of its calls overlap. */
    public static final class Crowd implements RequestHandler<SQSEvent, Void> {
        static final java.util.concurrent.atomic.AtomicInteger INSIDE = new java.util.concurrent.atomic.AtomicInteger();
        static final java.util.concurrent.atomic.AtomicInteger MOST = new java.util.concurrent.atomic.AtomicInteger();
        static final java.util.concurrent.atomic.AtomicInteger DONE = new java.util.concurrent.atomic.AtomicInteger();
        static final CountDownLatch GATE = new CountDownLatch(1);

        public Crowd(Map<String, String> environment) {}

        @Override
        public @Nullable Void handleRequest(SQSEvent event, Context context) {
            MOST.accumulateAndGet(INSIDE.incrementAndGet(), Math::max);
            try {
                GATE.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            INSIDE.decrementAndGet();
            DONE.incrementAndGet();
            return null;
        }
    }

    /** Reads notifications of buckets. */
    public static final class Watcher implements RequestHandler<S3Event, List<String>> {
        public Watcher(Map<String, String> environment) {}

        @Override
        public List<String> handleRequest(S3Event event, Context context) {
            return event.getRecords().stream()
                    .map(record -> record.getS3().getObject().getUrlDecodedKey())
                    .toList();
        }
    }

    /** Reads events of the bus. */
    public static final class Listener implements RequestHandler<ScheduledEvent, String> {
        public Listener(Map<String, String> environment) {}

        @Override
        public String handleRequest(ScheduledEvent event, Context context) {
            return event.getDetailType() + " " + event.getDetail().get("status");
        }
    }

    /** Has no constructor that takes an environment. */
    public static final class Stranger implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream in, OutputStream out, Context context) {}
    }
}
