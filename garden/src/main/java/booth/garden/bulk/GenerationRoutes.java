package booth.garden.bulk;

import booth.aws.Clients;
import booth.aws.Environment;
import booth.core.Busy;
import booth.core.Primed;
import booth.core.job.ObjectStore;
import booth.garden.orders.OrderQueue;
import booth.garden.orders.SqsOrderQueue;
import booth.http.Operation;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Everything the HTTP API does about new pictures. */
public final class GenerationRoutes implements Primed {
    private static final Duration ATTEMPT = Duration.ofSeconds(5);
    private static final String ONE = "1";

    private final BatchRuns runs;
    private final BatchRecords records;
    private final BatchViews views;
    private final OrderQueue queue;
    private final Map<String, Operation> operations = new HashMap<>();

    /**
     * Of {@code BULK_MACHINE_ARN}, {@code GENERATION_QUEUE_URL}, {@code PICTURE_PRICE} and
     * {@code PRICE_DATE}; {@code PICTURES_AT_ONCE}, one where it is not set, is how many {@code /text2image} paints.
     *
     * @param garden the garden's bucket
     * @param link to a picture, of its key
     */
    public static GenerationRoutes from(Environment env, ObjectStore garden, UnaryOperator<String> link) {
        return new GenerationRoutes(
                garden,
                new StepFunctionsBatchRuns(
                        Clients.build(SfnClient.builder(), ATTEMPT), env.require("BULK_MACHINE_ARN")),
                new SqsOrderQueue(Clients.build(SqsClient.builder(), ATTEMPT), env.require("GENERATION_QUEUE_URL")),
                PriceList.from(env),
                link,
                Integer.parseInt(env.find("PICTURES_AT_ONCE").orElse(ONE)),
                new SecureRandom(),
                GenerationRoutes::sleep,
                Clock.systemUTC());
    }

    GenerationRoutes(
            ObjectStore garden,
            BatchRuns runs,
            OrderQueue queue,
            PriceList prices,
            UnaryOperator<String> link,
            int picturesAtOnce,
            RandomGenerator random,
            TextToImageRoute.Pause pause,
            InstantSource clock) {
        this.runs = runs;
        this.queue = queue;
        records = new BatchRecords(garden, random);
        views = new BatchViews(garden, records, runs, prices);
        PromptProduct product = new PromptProduct(PromptTemplates.load());
        Batches batches = new Batches(garden, records, runs, product, clock);
        operations.putAll(
                new BatchRoutes(batches, views, new FirstGarden(garden, records, batches, clock), product, prices)
                        .operations());
        TextToImageRoute paint = new TextToImageRoute(garden, queue, link, picturesAtOnce, random, pause, clock);
        operations.put("paintText", new Operation.Keyed((call, key) -> paint.paint(call)));
        BulkRoute bulk = new BulkRoute(queue);
        operations.put("orderPair", new Operation.Keyed((call, key) -> bulk.order(call)));
    }

    /**
     * The first garden while it is being painted.
     *
     * @param pictures in all
     * @param done of them, painted or given up
     */
    public record Growing(String status, int pictures, int done) {}

    /** Empty before a first garden is planted, and once it has grown. */
    public Optional<Growing> growing() {
        return records.find(BatchId.FIRST_GARDEN)
                .map(views::brief)
                .filter(batch -> batch.status() == BatchStatus.RUNNING)
                .map(batch -> new Growing(
                        batch.status().word(),
                        batch.pictures().planned(),
                        batch.pictures().made() + batch.pictures().failed()));
    }

    /** By operationId. */
    public Map<String, Operation> operations() {
        return Map.copyOf(operations);
    }

    @Override
    public void prime() {
        runs.prime();
        queue.prime();
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy("The function is being stopped", e);
        }
    }
}
