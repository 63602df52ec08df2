package booth.api;

import booth.api.jobs.CallbackRule;
import booth.api.legacy.ExistingClients;
import booth.aws.Uploads;
import booth.core.access.BoothKeys;
import booth.core.function.JsonLog;
import booth.core.function.NoContext;
import booth.core.job.ExecutionInput;
import booth.core.job.Executions;
import booth.core.job.InMemoryExecutions;
import booth.core.job.InMemoryObjectStore;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.JobLinks;
import booth.core.job.Jobs;
import booth.core.watching.ChangeEvent;
import booth.http.Answer;
import booth.http.Contract;
import booth.http.Cors;
import booth.http.Request;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The whole API behind its handler, over buckets in memory; every answer is held against openapi.json. */
final class ApiFixture {
    static final Duration RETENTION = Duration.ofDays(7);
    static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    static final String PHOTO = "{\"filename\":\"face.jpg\",\"contentType\":\"image/jpeg\",\"contentLength\":2000000}";

    final InMemoryObjectStore store;
    final InMemoryObjectStore photos = new InMemoryObjectStore();
    final InMemoryExecutions executions = new InMemoryExecutions() {
        @Override
        public void start(String name, ExecutionInput input) {
            stepFunctionsMood.run();
            super.start(name, input);
        }

        @Override
        public Optional<Executions.Run> find(String name) {
            stepFunctionsMood.run();
            return super.find(name);
        }
    };
    final Jobs jobs;
    final BoothKeys keys;
    final List<ChangeEvent> events = new CopyOnWriteArrayList<>();
    final List<String> log = new CopyOnWriteArrayList<>(); // some tests ask from several threads
    final Contract contract = new Contract("/openapi.json");
    Instant now = START;
    Runnable stepFunctionsMood = () -> {};
    Runnable meanwhile = () -> {};
    String address = "203.0.113.7";

    private ApiHandler handler;

    ApiFixture() {
        this(new InMemoryObjectStore());
    }

    /** @param store may be that of another instance of the function */
    ApiFixture(InMemoryObjectStore store) {
        this.store = store;
        jobs = new Jobs(store);
        keys = new BoothKeys(store);
        handler = handler(Optional.of(new ExistingClients(this::pause, 1000)));
    }

    private ApiHandler handler(Optional<ExistingClients> existingClients) {
        return new ApiHandler(new ApiFactory(
                        store,
                        photos,
                        executions,
                        uploads(),
                        new Links(),
                        events::add,
                        Optional.of(RETENTION),
                        new CallbackRule(false),
                        () -> now)
                .api(Cors.of("https://booth.example, https://other.example"), existingClients, new JsonLog(log::add)));
    }

    /** Photos are kept for a day. */
    private final class Links implements JobLinks {
        @Override
        public String apply(String key) {
            return "https://jobs.example/" + key;
        }

        @Override
        public Optional<String> photo(Job job) {
            return Optional.of("https://uploads.example/" + job.keys().upload())
                    .filter(link -> now.isBefore(job.createdAt().plus(Duration.ofDays(1))));
        }
    }

    /** As a new instance of the function, where so many photos a day are taken without a key. */
    void dailyPhotos(int most) {
        handler = handler(Optional.of(new ExistingClients(this::pause, most)));
    }

    /** As where an operator has switched their routes off. */
    void withoutExistingClients() {
        handler = handler(Optional.empty());
    }

    /** Time passes for who waits, and something may happen in it. */
    private void pause(Duration time) {
        now = now.plus(time);
        meanwhile.run();
    }

    private Uploads uploads() {
        S3Presigner presigner = S3Presigner.builder()
                .region(Region.US_WEST_2)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
                .build();
        return new Uploads(jobs, presigner, "uploads", () -> now);
    }

    /** A key of that booth, as a header. */
    Map<String, String> keyOf(String booth) {
        return bearer(keys.issue(booth, 600, now).secret());
    }

    static Map<String, String> bearer(String secret) {
        return Map.of("authorization", "Bearer " + secret);
    }

    /** @param target path and query */
    Reply ask(String method, String target, Map<String, String> headers, String body) {
        String[] parts = target.split("\\?", 2);
        APIGatewayV2HTTPEvent event = APIGatewayV2HTTPEvent.builder()
                .withRawPath(parts[0])
                .withQueryStringParameters(parts.length < 2 ? null : query(parts[1]))
                .withHeaders(headers)
                .withBody(body)
                .withRequestContext(RequestContext.builder()
                        .withHttp(RequestContext.Http.builder()
                                .withMethod(method)
                                .withSourceIp(address)
                                .build())
                        .build())
                .build();
        APIGatewayV2HTTPResponse answer = handler.handleRequest(event, NoContext.get());
        Reply reply = new Reply(answer.getStatusCode(), new TreeMap<>(answer.getHeaders()), answer.getBody());
        contract.holds(Request.of(event), new Answer(reply.status(), reply.headers(), reply.body()));
        return reply;
    }

    Reply get(String target) {
        return ask("GET", target, Map.of(), "");
    }

    /** Opens a job with {@link #PHOTO}. */
    JobId open(Map<String, String> key) {
        return ask("POST", "/v1/jobs", key, PHOTO).job();
    }

    /** Opens a job and lets its photo arrive, as intake does. */
    JobId running(Map<String, String> key) {
        JobId id = open(key);
        photos.write("photo/" + id + "/face.jpg", new byte[1]);
        jobs.update(id, job -> {
            executions.start(id.executionName(0), ExecutionInput.of(job));
            return job.queued(0, now);
        });
        return id;
    }

    static Map<String, String> and(Map<String, String> headers, String name, String value) {
        return Stream.concat(headers.entrySet().stream(), Stream.of(Map.entry(name, value)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, String> query(String text) {
        return Stream.of(text.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
