package booth.emulator.sqs;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpEntity;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpMethods;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.scaladsl.model.HttpRequest;
import org.apache.pekko.http.scaladsl.model.HttpResponse;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;

/** ElasticMQ's own answers to requests that have been checked. */
final class ElasticQueues {
    private static final Duration WHOLE = Duration.ofSeconds(5);

    private final Flow<HttpRequest, HttpResponse, Object> served;
    private final Materializer materializer;

    ElasticQueues(Flow<HttpRequest, HttpResponse, Object> served, Materializer materializer) {
        this.served = served;
        this.materializer = materializer;
    }

    /**
     * What comes in.
     *
     * @param uri the whole address
     * @param headers the first of each name; the content's type is not one of them
     */
    record Question(String method, String uri, Map<String, String> headers, String type, byte[] body) {}

    /** What goes out. */
    record Answer(int status, Map<String, List<String>> headers, String type, byte[] body) {}

    CompletionStage<Answer> ask(Question question) {
        return Source.single((HttpRequest) request(question))
                .via(served)
                .runWith(Sink.head(), materializer)
                .thenCompose(answer -> ((org.apache.pekko.http.javadsl.model.HttpResponse) answer)
                        .entity()
                        .toStrict(WHOLE.toMillis(), materializer)
                        .thenApply(entity -> answer(answer, entity)));
    }

    private static org.apache.pekko.http.javadsl.model.HttpRequest request(Question question) {
        ContentType type = ContentTypes.parse(question.type());
        return org.apache.pekko.http.javadsl.model.HttpRequest.create()
                .withMethod(HttpMethods.lookup(question.method()).orElse(HttpMethods.POST))
                .withUri(question.uri())
                .addHeaders(question.headers().entrySet().stream()
                        .<HttpHeader>map(header -> RawHeader.create(header.getKey(), header.getValue()))
                        .toList())
                .withEntity(HttpEntities.create(type, question.body()));
    }

    private static Answer answer(HttpResponse answer, HttpEntity.Strict entity) {
        Map<String, List<String>> headers = new TreeMap<>();
        ((org.apache.pekko.http.javadsl.model.HttpResponse) answer)
                .getHeaders()
                .forEach(header -> headers.merge(
                        header.name(),
                        List.of(header.value()),
                        (some, more) -> java.util.stream.Stream.concat(some.stream(), more.stream())
                                .toList()));
        return new Answer(
                answer.status().intValue(),
                headers,
                entity.getContentType().toString(),
                entity.getData().toArray());
    }
}
