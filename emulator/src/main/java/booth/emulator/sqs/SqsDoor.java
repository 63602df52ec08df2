package booth.emulator.sqs;

import booth.emulator.sqs.ElasticQueues.Answer;
import booth.emulator.sqs.ElasticQueues.Question;
import booth.emulator.wire.Gate;
import booth.emulator.wire.ServiceError;
import booth.emulator.wire.WholeBody;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.pekko.stream.AbruptStageTerminationException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** SQS as the network sees it: lets in who signs as the account's owner, and hands on what is right to ElasticMQ. */
final class SqsDoor extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(SqsDoor.class);
    /** A batch of 1 MiB, every byte of it escaped. */
    private static final int MAX_BODY = 8 << 20;

    private static final Duration BODY_WITHIN = Duration.ofSeconds(15);
    private static final String FORM = "application/x-www-form-urlencoded";
    /** They are the connection's, or said of the body elsewhere. */
    private static final Set<String> NOT_ON = Set.of(
            "host", "connection", "content-type", "content-length", "transfer-encoding", "expect", "authorization");

    private final Supplier<ElasticQueues> queues;
    private final Gate gate;

    /**
     * One that no client keeps waiting for a body.
     *
     * @param queues asked at every request: they may start later
     */
    static Handler open(Supplier<ElasticQueues> queues, Gate gate) {
        return new WholeBody(new SqsDoor(queues, gate), WholeBody::isThere, MAX_BODY + 1, BODY_WITHIN);
    }

    private SqsDoor(Supplier<ElasticQueues> queues, Gate gate) {
        this.queues = queues;
        this.gate = gate;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        SqsWords words = SqsWords.of(request);
        try {
            byte[] body = body(request);
            gate.check(request, body, words.refusals());
            words.check(request, body);
            queues.get()
                    .ask(question(request, body))
                    .thenApply(answer -> words.worded(request, answer))
                    .whenComplete((answer, error) -> {
                        if (error == null) send(response, answer, callback);
                        else {
                            tell(error);
                            send(response, words.unavailable(), callback);
                        }
                    });
        } catch (ServiceError e) {
            send(response, words.refusal(e), callback);
        }
        return true;
    }

    /** That the queues stop is no news to whoever stops them. */
    private static void tell(Throwable error) {
        boolean stopping = error instanceof AbruptStageTerminationException
                || error.getCause() instanceof AbruptStageTerminationException;
        if (stopping) LOG.debug("The queues stop amid a request");
        else LOG.warn("The queues did not answer: {}", error.toString());
    }

    private static byte[] body(Request request) throws IOException {
        try (InputStream content = Content.Source.asInputStream(request)) {
            byte[] body = content.readNBytes(MAX_BODY + 1);
            if (body.length > MAX_BODY)
                throw new ServiceError(413, "RequestEntityTooLarge", "A request has at most " + MAX_BODY + " bytes.");
            return body;
        }
    }

    private static Question question(Request request, byte[] body) {
        Map<String, String> headers = new TreeMap<>();
        for (HttpField field : request.getHeaders())
            if (!NOT_ON.contains(field.getName().toLowerCase(Locale.ROOT)))
                headers.putIfAbsent(field.getName(), String.valueOf(field.getValue()));
        return new Question(
                request.getMethod(),
                request.getHttpURI().toString(),
                headers,
                Optional.ofNullable(request.getHeaders().get(HttpHeader.CONTENT_TYPE))
                        .orElse(FORM),
                body);
    }

    private static void send(Response response, Answer answer, Callback callback) {
        response.setStatus(answer.status());
        answer.headers().forEach((name, values) -> response.getHeaders().put(name, values));
        if (!response.getHeaders().contains("x-amzn-RequestId"))
            response.getHeaders().put("x-amzn-RequestId", UUID.randomUUID().toString());
        if (answer.body().length > 0) response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.type());
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.body().length);
        response.write(true, ByteBuffer.wrap(answer.body()), callback);
    }
}
