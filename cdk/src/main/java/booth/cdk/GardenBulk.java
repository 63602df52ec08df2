package booth.cdk;

import booth.cdk.TaskFunction.Program;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

/**
 * Batches of pictures: the state machine that puts their orders into the booth's queue for generation, a few at a time,
 * and the functions of its first and last state.
 */
final class GardenBulk extends Construct {
    private static final String BATCHES = "batches/*";
    private static final Duration TIMEOUT = Duration.seconds(70);

    private final GardenPainting painting;
    private final NamedBucket garden;
    private final String queueUrl;
    private final String queueArn;
    private final StateMachine machine;

    /**
     * @param garden the garden's bucket
     * @param queueUrl of the booth's queue for generation
     */
    GardenBulk(
            Construct scope,
            String id,
            Artifacts artifacts,
            GardenPainting painting,
            NamedBucket garden,
            String queueUrl,
            String queueArn) {
        super(scope, id);
        this.painting = painting;
        this.garden = garden;
        this.queueUrl = queueUrl;
        this.queueArn = queueArn;
        var plan = task(artifacts, "PlanBatch")
                .may(garden.write("batches/work/*"), garden.delete("batches/work/*/failed/*"));
        var conclude = task(artifacts, "ConcludeBatch").may(garden.write("batches/work/*/ended-*.json"));
        machine = Workflow.machine(
                this,
                artifacts.gardenBulk(),
                new TreeMap<>(Map.of( // in this order in every synthesis
                        "PlanBatchArn", plan.arn(),
                        "ConcludeBatchArn", conclude.arn(),
                        "GenerationQueueUrl", queueUrl)));
        machine.addToRolePolicy(statement("lambda:InvokeFunction", plan.arn(), conclude.arn()));
        machine.addToRolePolicy(statement("sqs:SendMessage", queueArn));
    }

    private TaskFunction task(Artifacts artifacts, String name) {
        var program =
                new Program(artifacts.functionOf("garden"), "booth.garden.bulk." + name + "Handler", 1024, TIMEOUT);
        return new TaskFunction(this, name, program, Map.of("GARDEN_BUCKET", garden.name()))
                .may(garden.list(BATCHES), garden.read(BATCHES));
    }

    private static PolicyStatement statement(String action, String... resources) {
        return PolicyStatement.Builder.create()
                .actions(List.of(action))
                .resources(List.of(resources))
                .build();
    }

    /** What the API's function is told. */
    Map<String, String> environment() {
        return new TreeMap<>(Map.of(
                "BULK_MACHINE_ARN", arn(),
                "GENERATION_QUEUE_URL", queueUrl,
                "PICTURE_PRICE", String.valueOf(painting.price()),
                "PRICE_DATE", painting.priceDate(),
                "PICTURES_AT_ONCE", String.valueOf(painting.picturesAtOnce())));
    }

    /** What the API's function does with batches, and with pictures one by one. */
    void openTo(TaskFunction api) {
        String executions = Arns.of("states", "execution:" + machine.getStateMachineName() + ":*");
        api.may(garden.list(BATCHES, "orders/*", "img_*"), garden.read(BATCHES, "orders/*", "img_*"))
                .may(garden.write(BATCHES), garden.delete("batches/records/*"))
                .may("sqs:SendMessage", queueArn)
                .may("states:StartExecution", arn())
                .may("states:DescribeExecution", executions)
                .may("states:StopExecution", executions);
    }

    String arn() {
        return machine.getStateMachineArn();
    }

    /** Batches of which not a single picture came. */
    IMetric failed() {
        return machine.metricFailed();
    }

    IMetric timedOut() {
        return machine.metricTimedOut();
    }
}
