package booth.cdk;

import booth.cdk.TaskFunction.Program;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.LayerVersion;
import software.amazon.awscdk.services.lambda.Runtime;
import software.constructs.Construct;

/**
 * The functions the state machine calls by itself. Each may run ten seconds longer than its state waits: so it is the
 * state's own time-out that ends a hanging task, and {@code States.Timeout} is an error the state machine retries.
 */
final class PipelineTasks extends Construct {
    private static final String JOB_FILES = "photo/*";
    private static final String NOTICES = "photo/*/notices.json";
    private static final int LAMBDA_LIMIT_MB = 250;
    private static final int MB = 1 << 20;

    private final TaskFunction detect;
    private final TaskFunction segment;
    private final TaskFunction mergeMask;
    private final TaskFunction portrait;
    private final TaskFunction monster;

    PipelineTasks(Construct scope, String id, Artifacts artifacts, Settings settings, JobBuckets buckets) {
        super(scope, id);
        detect = detect(artifacts, settings, buckets);
        segment = (settings.samEndpoints().isEmpty()
                        ? segmentInside(artifacts, buckets.jobs(), settings.segmentMemoryMb())
                        : segmentElsewhere(artifacts, buckets.jobs(), settings.samEndpoints()))
                .may(buckets.jobs().list(JOB_FILES), buckets.jobs().read("photo/*/frame.png"))
                .may(buckets.jobs().writeUnlessErased("photo/*/face-*.png"));
        mergeMask = mergeMask(artifacts, buckets.jobs());
        portrait = portrait(artifacts, buckets.jobs());
        monster = monster(artifacts, buckets.jobs());
    }

    TaskFunction detect() {
        return detect;
    }

    TaskFunction segment() {
        return segment;
    }

    TaskFunction mergeMask() {
        return mergeMask;
    }

    TaskFunction portrait() {
        return portrait;
    }

    TaskFunction monster() {
        return monster;
    }

    private TaskFunction detect(Artifacts artifacts, Settings settings, JobBuckets buckets) {
        var program = new Program(
                artifacts.functionOf("tasks/detect"), "booth.detect.DetectHandler", 1769, Duration.seconds(70));
        var environment = Map.of(
                "UPLOADS_BUCKET", buckets.uploads().name(),
                "JOBS_BUCKET", buckets.jobs().name(),
                "FRAME_FIT", settings.frameFit());
        return new TaskFunction(this, "Detect", program, environment)
                .may(buckets.uploads().list(JOB_FILES), buckets.uploads().read(JOB_FILES))
                .may(buckets.jobs().list(JOB_FILES))
                .may(buckets.jobs().writeUnlessErased("photo/*/frame.png", "photo/*/faces.json"))
                .may("rekognition:DetectFaces", "*") // Rekognition's detections know no resources
                .may("rekognition:DetectLabels", "*");
    }

    /**
     * SAM 2 in the function: its weights are a layer, because with them a jar would pass what Lambda takes at once. At
     * most 1.4 GB are resident while it encodes (vision/README.md); more memory buys processors, which make it quicker.
     */
    private TaskFunction segmentInside(Artifacts artifacts, NamedBucket jobs, int memoryMb) {
        long megabytes = artifacts.unpackedWith(Artifacts.SAM, "tasks/segment") / MB;
        if (megabytes >= LAMBDA_LIMIT_MB) // no bar to the embedded cloud; the CDK command line refuses to deploy it
        Annotations.of(this)
                    .addError("The segment function and the SAM layer are " + megabytes
                            + " MB unpacked and Lambda takes " + LAMBDA_LIMIT_MB
                            + " MB: pack only Linux arm64 natives into the jar of tasks/segment.");
        var weights = layer("SamWeights", artifacts, Artifacts.SAM);
        return new TaskFunction(
                        this,
                        "Segment",
                        segment(artifacts, memoryMb),
                        withModels(jobs),
                        more -> more.layers(List.of(weights)))
                .may(jobs.read("photo/*/frame.sam2"))
                .may(jobs.writeUnlessErased("photo/*/frame.sam2"));
    }

    private static Map<String, String> withModels(NamedBucket jobs) {
        return Map.of("JOBS_BUCKET", jobs.name(), "MODELS_DIR", "/opt/models");
    }

    private LayerVersion layer(String id, Artifacts artifacts, List<String> models) {
        return LayerVersion.Builder.create(this, id)
                .code(artifacts.layerOf(models))
                .compatibleRuntimes(List.of(Runtime.JAVA_25))
                .compatibleArchitectures(List.of(Architecture.ARM_64))
                .build();
    }

    private TaskFunction segmentElsewhere(Artifacts artifacts, NamedBucket jobs, List<String> endpoints) {
        var environment = Map.of("JOBS_BUCKET", jobs.name(), "SAM_ENDPOINT", String.join(",", endpoints));
        // SageMaker writes an endpoint's name in lower case in its ARN
        var arns = endpoints.stream()
                .map(endpoint -> Arns.of("sagemaker", "endpoint/" + endpoint.toLowerCase(Locale.ROOT)))
                .toArray(String[]::new);
        return new TaskFunction(this, "Segment", segment(artifacts, 1024), environment)
                .may("sagemaker:InvokeEndpoint", arns);
    }

    private static Program segment(Artifacts artifacts, int memoryMb) {
        return new Program(
                artifacts.functionOf("tasks/segment"), "booth.segment.SegmentHandler", memoryMb, Duration.seconds(130));
    }

    private TaskFunction mergeMask(Artifacts artifacts, NamedBucket jobs) {
        var program = new Program(
                artifacts.functionOf("tasks/merge-mask"),
                "booth.mergemask.MergeMaskHandler",
                1769,
                Duration.seconds(40));
        return new TaskFunction(this, "MergeMask", program, Map.of("JOBS_BUCKET", jobs.name()))
                .may(jobs.list(JOB_FILES), jobs.read("photo/*/face-*.png"))
                .may(jobs.writeUnlessErased("photo/*/mask_*.png"));
    }

    private TaskFunction portrait(Artifacts artifacts, NamedBucket jobs) {
        var program = new Program(
                artifacts.functionOf("tasks/portrait"), "booth.portrait.PortraitHandler", 1769, Duration.seconds(70));
        var weights = layer("PeopleWeights", artifacts, Artifacts.PEOPLE);
        return new TaskFunction(this, "Portrait", program, withModels(jobs), more -> more.layers(List.of(weights)))
                .may(jobs.list(JOB_FILES), jobs.read("photo/*/frame.png"))
                .may(jobs.writeUnlessErased("photo/*/photo_*.jpeg", NOTICES));
    }

    private TaskFunction monster(Artifacts artifacts, NamedBucket jobs) {
        var program = new Program(
                artifacts.functionOf("tasks/monster"), "booth.monster.MonsterHandler", 1769, Duration.seconds(70));
        return new TaskFunction(this, "Monster", program, Map.of("JOBS_BUCKET", jobs.name()))
                .may(jobs.list(JOB_FILES), jobs.read("photo/*/frame.png", "photo/*/faces.json"))
                .may(jobs.writeUnlessErased("photo/*/photo_*.jpeg", NOTICES));
    }
}
