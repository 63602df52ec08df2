package booth.generate;

import booth.aws.Clients;
import booth.aws.Environment;
import booth.aws.S3ObjectStore;
import booth.aws.SqsQueue;
import booth.core.Primed;
import booth.core.Refused;
import booth.core.function.JsonLog;
import booth.core.function.MessageVisibility;
import booth.core.function.Priming;
import booth.core.image.ImageCodecs;
import booth.core.job.ErasureAwareStore;
import booth.core.job.ObjectStore;
import booth.core.job.Seed;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Lambda handler of the generation queue. Orders are filled one after the other, so the queue's concurrency is the model's;
 * those that could not be filled are reported one by one and delivered again later.
 *
 * <p>Environment:
 *
 * <ul>
 *   <li>{@code JOBS_BUCKET}
 *   <li>{@code GENERATION_QUEUE_URL}: where the orders come from
 *   <li>{@code IMAGE_MODEL}: id or inference profile
 *   <li>{@code IMAGE_DIALECT}: {@code titan} or {@code stability}
 *   <li>{@code REGIONS}: where the model is called, comma-separated
 *   <li>{@code PROMPTS}: JSON array of three texts
 *   <li>{@code NEGATIVE_PROMPT} (optional): what not to paint
 *   <li>{@code CFG_SCALE} (optional): how closely a Titan model keeps to the text, 7.5 where it is not set
 *   <li>{@code QUALITY} (optional): of a Titan model, {@code premium}, also where it is not set, or {@code standard}
 *   <li>{@code SEED} (optional): of every picture whose job asks for none; where it is not set each has its own
 *   <li>{@code GARDEN_BUCKET} (optional): where pictures of texts hang; where it is not set there are none
 *   <li>{@code GARDEN_DIALECT} (optional): how the model that paints them is asked, {@code stability}, also where it is not
 *       set, {@code titan} or {@code stable-diffusion}
 *   <li>{@code GARDEN_MODEL} (optional): its id or inference profile; Stable Image Core where it is not set
 *   <li>{@code GARDEN_REGIONS} (optional): where it is called, comma-separated; {@code us-west-2} where it is not set
 *   <li>{@code SD_ENDPOINTS} (optional): names of SageMaker endpoints, comma-separated, for {@code stable-diffusion}
 * </ul>
 */
public final class GenerateHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private static final Duration STORAGE = Duration.ofSeconds(10);
    private static final Duration PAINTING = Duration.ofMinutes(2);

    private final OrderProcessor processor;
    private final InstantSource clock;

    public GenerateHandler() {
        this(System.getenv());
    }

    public GenerateHandler(Map<String, String> env) {
        this(new Environment(env));
    }

    private GenerateHandler(Environment env) {
        this(
                env,
                Prompts.parse(env.require("PROMPTS")),
                new ErasureAwareStore(
                        new S3ObjectStore(Clients.build(S3Client.builder(), STORAGE), env.require("JOBS_BUCKET"))),
                model(env),
                painting(env),
                new StepFunctionsCallback(Clients.build(SfnClient.builder(), STORAGE)),
                new SqsQueue(Clients.build(SqsClient.builder(), STORAGE), env.require("GENERATION_QUEUE_URL")));
    }

    private GenerateHandler(
            Environment env,
            Prompts prompts,
            ObjectStore store,
            ImageModel model,
            Optional<PaintOfText> painting,
            TaskCallback callback,
            MessageVisibility queue) {
        this(
                new OrderProcessor(
                        new OrderDesk(
                                new Generate(store, model, prompts, seed(env), Clock.systemUTC()), painting, callback),
                        queue,
                        new Backoff(new SecureRandom()::nextDouble), // copies of a snapshot would share any other's
                        JsonLog.standardOutput()),
                Clock.systemUTC());
        Priming.register(
                this,
                Stream.concat(
                                Stream.of(store, model, callback, queue, new ImageCodecs(), new Composite.Prime()),
                                painting.stream())
                        .toArray(Primed[]::new));
    }

    GenerateHandler(OrderProcessor processor, InstantSource clock) {
        this.processor = processor;
        this.clock = clock;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent orders, Context context) {
        Instant until = clock.instant().plusMillis(context.getRemainingTimeInMillis());
        List<SQSBatchResponse.BatchItemFailure> left = orders.getRecords().stream()
                .filter(order -> !processor.process(order, until))
                .map(order -> new SQSBatchResponse.BatchItemFailure(order.getMessageId()))
                .toList();
        return new SQSBatchResponse(left);
    }

    private static ImageModel model(Environment env) {
        String model = env.require("IMAGE_MODEL");
        List<BedrockRegion> regions = Arrays.stream(env.require("REGIONS").split(","))
                .map(String::strip)
                .filter(region -> !region.isEmpty())
                .map(region -> new BedrockRegion(region, model, PAINTING, BedrockRuntimeClient.builder()))
                .toList();
        return new BedrockImageModel(Dialect.named(env.require("IMAGE_DIALECT"), Style.from(env)), regions);
    }

    private static Optional<PaintOfText> painting(Environment env) {
        TextToImageModel model = TextModels.from(env);
        return env.find("GARDEN_BUCKET")
                .map(bucket -> new PaintOfText(S3ObjectStore.open(bucket), model, Clock.systemUTC()));
    }

    private static Optional<Seed> seed(Environment env) {
        return env.find("SEED").map(text -> {
            try {
                return new Seed(Long.parseLong(text.strip()));
            } catch (NumberFormatException | Refused e) {
                throw new IllegalArgumentException(
                        "SEED must be a whole number from 0 to " + Seed.LARGEST + ", not '" + text + "'.", e);
            }
        });
    }
}
