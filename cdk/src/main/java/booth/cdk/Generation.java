package booth.cdk;

import booth.cdk.TaskFunction.Program;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/**
 * The functions behind the generation queue: one calls the image model and answers the waiting branch of the state
 * machine, the other answers for messages nobody could handle, so that no branch waits for ever.
 */
final class Generation extends Construct {
    /**
     * Room for a region that hangs for the two minutes it is given and another that answers within 5–12 s. More would
     * keep a message of a function that died from its next try: it stays hidden six times as long.
     */
    static final Duration TIMEOUT = Duration.minutes(3);

    /** Ids of inference profiles begin with a geography, then a dot: the user guide's "Supported Regions and models". */
    private static final Pattern PROFILE =
            Pattern.compile("(?<geography>us|us-gov|eu|apac|jp|au|ca|global)\\.(?<model>.+)");

    /** Of the garden, what is painted of texts: for guests, for its gardeners, of the day's visitors, and on request. */
    private static final String[] PICTURES = {"emotions/*", "imgPool/*", "dashboard/*", "img_*"};

    /** And what is written about it: who paints what, batches. */
    private static final String[] NOTES = {"orders/*", "batches/*"};

    private final Workflow workflow;

    Generation(
            Construct scope,
            String id,
            Artifacts artifacts,
            Settings settings,
            NamedBucket jobs,
            NamedBucket garden,
            GenerationQueue queue,
            Workflow workflow) {
        super(scope, id);
        this.workflow = workflow;
        var code = artifacts.functionOf("tasks/generate");
        var environment = new HashMap<>(Map.of(
                "JOBS_BUCKET", jobs.name(),
                "GENERATION_QUEUE_URL", queue.queue().getQueueUrl(),
                "IMAGE_MODEL", settings.imageModel(),
                "IMAGE_DIALECT", settings.imageDialect(),
                "REGIONS", settings.regionsAsText(),
                "PROMPTS", settings.promptsAsJson(),
                "CFG_SCALE", String.valueOf(settings.cfgScale()),
                "QUALITY", settings.quality()));
        settings.seed().ifPresent(seed -> environment.put("SEED", seed.toString()));
        settings.negativePrompt().ifPresent(text -> environment.put("NEGATIVE_PROMPT", text));
        environment.putAll(painting(settings.garden(), garden));
        var generate = new TaskFunction(
                        this,
                        "Generate",
                        new Program(code, "booth.generate.GenerateHandler", 1769, TIMEOUT),
                        environment)
                .may(jobs.list("photo/*"), jobs.read("photo/*/frame.png", "photo/*/mask_*.png"))
                .may(jobs.read("photo/*/photo_*.jpeg", "photo/*/order_*.json"))
                .may(jobs.writeUnlessErased("photo/*/photo_*.jpeg", "photo/*/order_*.json"))
                .may("bedrock:InvokeModel", modelArns(settings.imageModel(), settings.regions()))
                .may(garden.list(PICTURES), garden.list(NOTES))
                .may(garden.read(NOTES), garden.read(PICTURES))
                .may(garden.write(NOTES), garden.write(PICTURES), garden.delete(NOTES))
                .may(answers());
        mayPaint(generate, settings.garden());
        new QueueConsumer(
                this, "Consumer", queue.queue(), generate, new QueueConsumer.Pace(1, settings.generateConcurrency()));

        var giveUp = new TaskFunction(
                        this,
                        "GenerateDeadLetters",
                        new Program(code, "booth.generate.DeadLetterHandler", 512, Duration.seconds(30)),
                        Map.of("GARDEN_BUCKET", garden.name()))
                .may(garden.list(NOTES), garden.read(NOTES), garden.write(NOTES))
                .may(answers());
        new QueueConsumer(
                this, "DeadLetterConsumer", queue.deadLetters().queue(), giveUp, new QueueConsumer.Pace(10, 2));
    }

    private PolicyStatement answers() {
        return PolicyStatement.Builder.create()
                .actions(List.of("states:SendTaskSuccess", "states:SendTaskFailure"))
                .resources(List.of(workflow.arn()))
                .build();
    }

    /**
     * Of a model, its ARN in each region. An inference profile ({@code us.…}) belongs to the account, and calling it also
     * takes the right to call the model in whichever region it routes to; a global one routes to a model of no region.
     */
    private static String[] modelArns(String id, List<String> regions) {
        var profile = PROFILE.matcher(id);
        if (!profile.matches())
            return regions.stream().map(region -> Arns.model(region, id)).toArray(String[]::new);
        String model = profile.group("model");
        var global = profile.group("geography").equals("global");
        return Stream.concat(
                        regions.stream()
                                .flatMap(region -> Stream.of(
                                        Arns.in(region, "bedrock", "inference-profile/" + id),
                                        Arns.model(region, model))),
                        global ? Stream.of(Arns.model("", model)) : Stream.of())
                .toArray(String[]::new);
    }

    private static Map<String, String> painting(GardenPainting painting, NamedBucket garden) {
        var environment = new HashMap<>(Map.of(
                "GARDEN_BUCKET", garden.name(),
                "GARDEN_DIALECT", painting.dialect(),
                "GARDEN_MODEL", painting.model(),
                "GARDEN_REGIONS", String.join(",", painting.regions())));
        if (!painting.endpoints().isEmpty()) environment.put("SD_ENDPOINTS", String.join(",", painting.endpoints()));
        return environment;
    }

    private static void mayPaint(TaskFunction generate, GardenPainting painting) {
        if (painting.onBedrock()) generate.may("bedrock:InvokeModel", modelArns(painting.model(), painting.regions()));
        else
            // SageMaker writes an endpoint's name in lower case in its ARN
            generate.may(
                    "sagemaker:InvokeEndpoint",
                    painting.endpoints().stream()
                            .map(name -> Arns.of("sagemaker", "endpoint/" + name.toLowerCase(Locale.ROOT)))
                            .toArray(String[]::new));
    }
}
