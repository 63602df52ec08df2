package booth.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import booth.cdk.Synthesized.Grant;
import booth.cdk.Synthesized.Resource;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GardenStackTest {
    private static final String PICTURES = "garden-pictures-AWS::AccountId-AWS::Region";
    private static final Set<String> METHODS = Set.of("GET", "PUT", "POST", "DELETE", "PATCH", "HEAD");

    private final Synthesized garden = byDefault();

    /** The garden's template of the default settings, synthesized once. */
    static Synthesized byDefault() {
        return ByDefault.GARDEN;
    }

    private static final class ByDefault {
        static final Synthesized GARDEN =
                Synthesized.from(TestProject.in(Path.of("target/test-garden")).gardenStack(Map.of()));
    }

    @Test
    void itsBucketIsPrivateForgetsFacesAndKeepsPictures() {
        Resource bucket = garden.bucket(PICTURES);
        Map<String, Integer> days = new TreeMap<>();
        for (JsonNode rule : bucket.properties().at("/LifecycleConfiguration/Rules"))
            if (rule.has("ExpirationInDays"))
                days.put(
                        rule.path("Prefix").asText(),
                        rule.path("ExpirationInDays").asInt());

        assertThat(days)
                .isEqualTo(Map.of(
                        "profile/", 1,
                        "orders/", 7,
                        "batches/", 90,
                        "likes/", 30,
                        "taste/guests/", 30,
                        "taste/forgotten/", 1));
        assertThat(bucket.property("/PublicAccessBlockConfiguration/RestrictPublicBuckets"))
                .isEqualTo("true");
        assertThat(garden.all("AWS::S3::BucketPolicy").toString()).contains("aws:SecureTransport");
    }

    @Test
    void everyComingAndGoingOfAPictureIsTold() {
        Resource queue = garden.queueFeeding("PicturesChangedHandler");
        var told = Synthesized.elements(
                        garden.bucket(PICTURES).properties().at("/NotificationConfiguration/QueueConfigurations"))
                .peek(one -> assertThat(Synthesized.text(one.path("Queue"))).isEqualTo(queue.id()))
                .map(one -> one.path("Event").asText() + " "
                        + one.at("/Filter/S3Key/Rules/0/Value").asText() + " "
                        + one.at("/Filter/S3Key/Rules/1/Value").asText());

        assertThat(told)
                .containsExactlyInAnyOrder(
                        "s3:ObjectCreated:* emotions/ .jpeg",
                        "s3:ObjectRemoved:* emotions/ .jpeg",
                        "s3:ObjectCreated:* imgPool/ .jpeg",
                        "s3:ObjectRemoved:* imgPool/ .jpeg");
    }

    @Test
    void everyQueueHasDeadLettersAndTheseAnAlarm() {
        Set<String> deadLetters = garden.deadLetterQueues();

        assertThat(garden.all("AWS::SQS::Queue")).hasSize(2 * deadLetters.size());
        assertThat(garden.all("AWS::CloudWatch::Alarm").stream()
                        .filter(alarm -> alarm.property("/AlarmDescription").contains("dead-letter")))
                .hasSameSizeAs(deadLetters);
    }

    @Test
    void everyOperationOfTheDescriptionOfThisFunctionIsARoute() throws IOException {
        var described = new TreeSet<>(Set.of("$default"));
        for (var path : Synthesized.json(Files.readString(Path.of("../garden/src/main/resources/garden-openapi.json")))
                .path("paths")
                .properties())
            for (String method : METHODS)
                if (path.getValue().has(method.toLowerCase(java.util.Locale.ROOT)))
                    described.add(method + " " + path.getKey());

        assertThat(garden.all("AWS::ApiGatewayV2::Route"))
                .extracting(route -> route.property("/RouteKey"))
                .containsExactlyInAnyOrderElementsOf(described);
    }

    @Test
    void batchesGoThroughTheBoothsQueueAndNothingElseIsInvoked() {
        assertThat(garden.grants().stream()
                        .filter(grant -> grant.action().equals("lambda:InvokeFunction"))
                        .map(grant -> garden.handlerOf(grant.resource())))
                .containsExactlyInAnyOrder("PlanBatchHandler", "ConcludeBatchHandler");
        assertThat(garden.machine().properties().at("/DefinitionSubstitutions/GenerationQueueUrl/Fn::ImportValue"))
                .isEqualTo(Synthesized.json("\"PhotoBooth-GenerationQueueUrl\""));
        assertThat(garden.all("AWS::CloudWatch::Alarm"))
                .extracting(alarm -> alarm.property("/MetricName"))
                .contains("ExecutionsFailed", "ExecutionsTimedOut");
    }

    @Test
    void aBatchIsWrittenByWhoOrdersItItsPlanAndItsEnd() {
        String batches = "arn:AWS::Partition:s3:::" + PICTURES + "/batches/";
        assertThat(writes("PlanBatchHandler")).containsExactly(batches + "work/*");
        assertThat(writes("ConcludeBatchHandler")).containsExactly(batches + "work/*/ended-*.json");
        assertThat(writes("GardenApiHandler")).contains(batches + "*");
    }

    private List<String> writes(String handler) {
        return garden.grantsOf(handler).stream()
                .filter(grant -> grant.action().equals("s3:PutObject"))
                .map(Grant::resource)
                .toList();
    }

    @Test
    void whoFollowsPicturesWritesNothingButListings() {
        assertThat(garden.grantsOf("PicturesChangedHandler").stream()
                        .filter(grant -> grant.action().equals("s3:PutObject"))
                        .map(Grant::resource))
                .containsExactly("arn:AWS::Partition:s3:::" + PICTURES + "/listings/*");
    }

    @Test
    void theApiReadsBoothsKeysAndNothingElseOfTheBooths() {
        assertThat(garden.grantsOf("GardenApiHandler").stream()
                        .filter(grant -> grant.resource().contains("photobooth-jobs"))
                        .filter(grant -> !grant.action().equals("s3:ListBucket"))
                        .map(grant -> grant.action() + " " + grant.resource().replaceAll(".*Region/", "")))
                .containsExactly("s3:GetObject keys/*");
    }

    @Test
    void nobodyMayTouchFacesButWhoLooksAtThem() {
        assertThat(garden.functions().stream()
                        .map(function -> function.property("/Handler").replaceAll(".*\\.", ""))
                        .filter(handler ->
                                !Set.of("MoodHandler", "SweepProfilesHandler").contains(handler))
                        .flatMap(handler -> garden.grantsOf(handler).stream())
                        .filter(grant -> grant.resource().contains("profile/")))
                .isEmpty();
    }

    @Test
    void whoLooksAtFacesTouchesNothingElseOfTheGardenAndWhoSweepsOnlyDeletes() {
        assertThat(files("MoodHandler", "garden-pictures"))
                .containsExactlyInAnyOrder(
                        "s3:PutObject profile/*",
                        "s3:DeleteObject profile/*",
                        "s3:PutObject taste/guests/*",
                        "s3:DeleteObject taste/guests/*",
                        "s3:GetObject taste/guests/*",
                        "s3:GetObject taste/forgotten/*");
        assertThat(files("MoodHandler", "photobooth-jobs")).containsExactly("s3:GetObject keys/*");
        assertThat(files("SweepProfilesHandler", "garden-pictures")).containsExactly("s3:DeleteObject profile/*");
        assertThat(garden.grants())
                .filteredOn(grant -> grant.action().startsWith("rekognition:"))
                .singleElement()
                .satisfies(grant -> assertThat(grant.role())
                        .isEqualTo(garden.function("MoodHandler").property("/Role")));
    }

    @Test
    void whoCountsVisitorsReadsFacesAndRecordsOfJobsAndWritesNothingOfTheBooths() {
        assertThat(files("RepresentativesHandler", "photobooth-jobs"))
                .containsExactlyInAnyOrder("s3:GetObject photo/*/faces.json", "s3:GetObject photo/*/job.json");
        assertThat(files("VisitorsApiHandler", "garden-pictures")).containsExactly("s3:GetObject dashboard/*");
    }

    @Test
    void theClockCallsEveryQuarterOfAnHour() {
        assertThat(garden.all("AWS::Events::Rule").stream()
                        .filter(rule -> rule.property("/ScheduleExpression").startsWith("rate"))
                        .map(rule -> rule.property("/ScheduleExpression") + " " + rule.property("/Targets/0/Input")))
                .containsExactly("rate(15 minutes) {}", "rate(15 minutes) {}");
    }

    private List<String> files(String handler, String bucket) {
        return garden.grantsOf(handler).stream()
                .filter(grant -> grant.resource().contains(bucket))
                .filter(grant -> !grant.action().equals("s3:ListBucket"))
                .map(grant -> grant.action() + " " + grant.resource().replaceAll(".*Region/", ""))
                .toList();
    }

    @Test
    void whatItNeedsOfTheBoothIsExported() {
        var exports = Synthesized.byDefault().template().path("Outputs").findValuesAsText("Name");

        assertThat(garden.template().findValuesAsText("Fn::ImportValue")).isSubsetOf(exports);
    }

    /** Tests of local/ hold that a handler reads just what it documents. */
    @Test
    void eachFunctionIsGivenWhatItsHandlerDocuments(@TempDir Path folder) {
        var context = new TreeMap<String, Object>(GardenPersonalizeTest.CONFIGURED);
        context.put("allowedOrigins", List.of("https://booth.example"));
        var choices = Synthesized.from(TestProject.in(folder).gardenStack(context));

        assertThat(garden.functions()).isNotEmpty().allSatisfy(function -> {
            String handler = function.property("/Handler");
            var given = variables(function);
            given.addAll(variables(choices.function(handler.replaceAll(".*\\.", ""))));
            assertThat(given).as(handler).isEqualTo(documented(handler));
        });
    }

    private static Set<String> variables(Resource function) {
        return Synthesized.names(function.properties().at("/Environment/Variables"));
    }

    private static Set<String> documented(String handler) throws IOException {
        Path source = Path.of("../garden/src/main/java", handler.replace('.', '/') + ".java");
        try (Stream<String> lines = Files.lines(source)) {
            return lines.flatMap(line -> Pattern.compile("<li>\\{@code ([A-Z_]+)}")
                            .matcher(line)
                            .results())
                    .map(entry -> entry.group(1))
                    .collect(Collectors.toSet());
        }
    }
}
