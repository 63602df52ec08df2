package booth.cdk;

import booth.cdk.TaskFunction.Program;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.RuleTargetInput;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.constructs.Construct;

/**
 * Who reads moods off faces: the only function with Rekognition, and the only ones that see {@code profile/} are it and the
 * one that sweeps away what it left should it die.
 */
final class GardenMood extends Construct {
    /** API Gateway waits 30 s. */
    private static final Duration TIMEOUT = Duration.seconds(29);

    private final TaskFunction mood;

    /** @param keys the bucket in which the booths' keys are */
    GardenMood(
            Construct scope, String id, Artifacts artifacts, Settings settings, NamedBucket garden, NamedBucket keys) {
        super(scope, id);
        mood = mood(artifacts, settings, garden, keys);
        everyQuarter(this, "SweepRule", "Photos of guests that were left are deleted.", sweep(artifacts, garden));
    }

    private TaskFunction mood(Artifacts artifacts, Settings settings, NamedBucket garden, NamedBucket keys) {
        var environment = new TreeMap<>(Map.of("GARDEN_BUCKET", garden.name(), "JOBS_BUCKET", keys.name()));
        if (!settings.allowedOrigins().isEmpty())
            environment.put("ALLOWED_ORIGINS", String.join(",", settings.allowedOrigins()));
        var program = new Program(artifacts.functionOf("garden"), "booth.garden.mood.MoodHandler", 1769, TIMEOUT);
        return new TaskFunction(this, "Mood", program, environment)
                .may(garden.write("profile/*", "taste/guests/*"), garden.delete("profile/*", "taste/guests/*"))
                .may(garden.list("taste/guests/*", "taste/forgotten/*"))
                .may(garden.read("taste/guests/*", "taste/forgotten/*"))
                .may("rekognition:DetectFaces", "*")
                .may(keys.list("keys/*"), keys.read("keys/*"));
    }

    private TaskFunction sweep(Artifacts artifacts, NamedBucket garden) {
        var program = new Program(
                artifacts.functionOf("garden"), "booth.garden.mood.SweepProfilesHandler", 512, Duration.minutes(1));
        return new TaskFunction(this, "SweepProfiles", program, Map.of("GARDEN_BUCKET", garden.name()))
                .may(garden.list("profile/*"), garden.delete("profile/*"));
    }

    /** Has a function called by the clock with nothing to read. */
    static void everyQuarter(Construct scope, String id, String description, TaskFunction function) {
        Rule.Builder.create(scope, id)
                .description(description)
                .schedule(Schedule.rate(Duration.minutes(15)))
                .targets(List.of(LambdaFunction.Builder.create(function.live())
                        .event(RuleTargetInput.fromObject(Map.of()))
                        .build()))
                .build();
    }

    /** Who answers the operations of the tag {@code mood}. */
    TaskFunction function() {
        return mood;
    }
}
