package booth.cdk;

import booth.cdk.GardenVisitors.BoothQueue;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/**
 * The emotion garden beside the booth, whose keys and whose queue for generation it shares: what it needs of the booth it
 * imports, and the booth knows nothing of it.
 */
final class GardenStack extends Stack {
    private final Set<String> apiPaths;

    GardenStack(Construct scope, String id, Settings settings, Artifacts artifacts, PhotoBoothStack booth) {
        super(
                scope,
                id,
                StackProps.builder()
                        .description("A face's mood goes in, pictures of gardens come out.")
                        .analyticsReporting(false)
                        .build());
        addStackDependency(booth);
        var boothJobs = NamedBucket.of(booth.getStackName(), "jobs");
        var pictures = new GardenPictures(this, "Pictures", artifacts);
        var bulk = new GardenBulk(
                this,
                "Bulk",
                artifacts,
                settings.garden(),
                pictures.bucket(),
                imported(booth, "GenerationQueueUrl"),
                imported(booth, "GenerationQueueArn"));
        var http = new GardenHttpApi(this, "HttpApi", artifacts, settings, pictures.bucket(), boothJobs, bulk);
        var mood = new GardenMood(this, "Mood", artifacts, settings, pictures.bucket(), boothJobs);
        http.serve("mood", mood.function());
        var visitors = new GardenVisitors(
                this,
                "Visitors",
                artifacts,
                settings,
                pictures.bucket(),
                boothJobs,
                new BoothQueue(imported(booth, "GenerationQueueUrl"), imported(booth, "GenerationQueueArn")),
                new BoothQueue(imported(booth, "StreamQueueUrl"), imported(booth, "StreamQueueArn")));
        http.serve("visitors", visitors.function());
        apiPaths = http.paths();
        var personalize = PersonalizeSettings.from(getNode());
        if (personalize.wanted()) {
            var datasets = new GardenPersonalize(this, "Personalize", personalize, pictures.bucket());
            datasets.recommendsTo(http.function());
            datasets.hearsOfItemsFrom(pictures.follower());
            datasets.hearsOfUsersFrom(mood.function());
        }

        var deadLetters = new TreeMap<>(Map.of("PictureChanges", pictures.deadLetters()));
        new Alarms(this, "Alarms", deadLetters, bulk);

        output("PicturesBucket", pictures.bucket().name());
        output("PictureChangesDeadLettersUrl", pictures.deadLetters().queue().getQueueUrl());
        output("ApiUrl", http.url());
        output("BulkMachineArn", bulk.arn());
        output("LogGroupPrefix", TaskFunction.logGroupPrefix(this));
    }

    private void output(String name, String value) {
        CfnOutput.Builder.create(this, name)
                .value(value)
                .exportName(exportOf(name))
                .build();
    }

    /** Under which other stacks find an output. */
    String exportOf(String output) {
        return getStackName() + "-" + output;
    }

    /** What the booth's stack tells of itself. */
    static String imported(PhotoBoothStack booth, String output) {
        return Fn.importValue(booth.exportOf(output));
    }

    /** Every path of the garden's HTTP API. */
    Set<String> apiPaths() {
        return apiPaths;
    }
}
