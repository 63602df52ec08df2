package booth.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import booth.cdk.Synthesized.Resource;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BucketsTest {
    private static final String JOBS = "photobooth-jobs-AWS::AccountId-AWS::Region";
    private static final String UPLOADS = "photobooth-uploads-AWS::AccountId-AWS::Region";

    private final Synthesized cloud = Synthesized.byDefault();

    @Test
    void photosArePrivateAndForgotten() {
        assertThat(cloud.all("AWS::S3::Bucket")).allSatisfy(bucket -> {
            assertThat(bucket.properties().path("PublicAccessBlockConfiguration"))
                    .hasSize(4)
                    .allMatch(JsonNode::asBoolean);
            assertThat(bucket.properties()
                            .at("/LifecycleConfiguration/Rules/0/AbortIncompleteMultipartUpload/DaysAfterInitiation")
                            .asInt())
                    .isEqualTo(1);
        });
        assertThat(daysKept(UPLOADS)).isEqualTo(Map.of("", 1));
        assertThat(daysKept(JOBS))
                .as("the booths' keys stay")
                .isEqualTo(Map.of(
                        "photo/",
                        7,
                        "booths/",
                        7,
                        "idempotency/",
                        1,
                        "legacy/",
                        1,
                        "pairings/",
                        1,
                        "line/",
                        1,
                        "connections/",
                        1,
                        "channels/",
                        1));
    }

    /** By the prefix of what is forgotten then. */
    private Map<String, Integer> daysKept(String bucket) {
        return Synthesized.elements(cloud.bucket(bucket).properties().at("/LifecycleConfiguration/Rules"))
                .filter(rule -> rule.has("ExpirationInDays"))
                .collect(Collectors.toMap(
                        rule -> rule.path("Prefix").asText(),
                        rule -> rule.path("ExpirationInDays").asInt()));
    }

    @Test
    void onlyUploadsReachIntake() {
        List<Resource> buckets = cloud.all("AWS::S3::Bucket");
        assertThat(buckets).hasSize(2);
        for (Resource bucket : buckets) {
            boolean uploads = bucket.property("/BucketName").equals(UPLOADS);
            JsonNode queues = bucket.properties().at("/NotificationConfiguration/QueueConfigurations");
            assertThat(queues.size()).isEqualTo(uploads ? 1 : 0);
        }
        JsonNode toIntake = cloud.bucket(UPLOADS).properties().at("/NotificationConfiguration/QueueConfigurations/0");
        assertThat(Synthesized.text(toIntake.path("Queue")))
                .isEqualTo(cloud.queueFeeding("IntakeHandler").id());
        assertThat(toIntake.at("/Filter/S3Key/Rules").toString())
                .isEqualTo("[{\"Name\":\"prefix\",\"Value\":\"photo/\"}]");
        assertThat(cloud.writersTo(UPLOADS))
                .as("only the one that signs uploads may write where executions start, and where documents lie")
                .isEqualTo(Map.of("/photo/*", Set.of("ApiHandler"), "/docs/*", Set.of("ApiHandler")));
    }

    @Test
    void onlyArtefactsAreTold() {
        JsonNode told = cloud.bucket(JOBS).properties().at("/NotificationConfiguration/LambdaConfigurations");
        assertThat(told).allSatisfy(to -> {
            assertThat(cloud.handlerOf(Synthesized.text(to.path("Function")))).isEqualTo("FileLandedHandler");
            assertThat(to.at("/Filter/S3Key/Rules/0/Value").asText()).isEqualTo("photo/");
        });
        assertThat(told)
                .extracting(to -> to.at("/Filter/S3Key/Rules/1/Value").asText())
                .containsExactly(".png", ".jpeg", "faces.json")
                .noneMatch("photo/0/job.json"::endsWith)
                .noneMatch("photo/0/order_1.json"::endsWith);
    }

    @Test
    void aBucketWaitsForTheRightToDeliver() {
        assertThat(cloud.bucket(UPLOADS).whole().at("/DependsOn/0").asText())
                .satisfies(id -> assertThat(cloud.one(id).type()).isEqualTo("AWS::SQS::QueuePolicy"));
        assertThat(cloud.bucket(JOBS).whole().at("/DependsOn/0").asText())
                .satisfies(id -> assertThat(cloud.one(id).type()).isEqualTo("AWS::Lambda::Permission"));
    }

    @Test
    void s3MaySendOnlyFromTheUploadsOfThisAccount() {
        var allowed = cloud.all("AWS::SQS::QueuePolicy").stream()
                .flatMap(policy -> Synthesized.elements(policy.properties().at("/PolicyDocument/Statement")))
                .filter(statement -> statement.at("/Principal/Service").asText().equals("s3.amazonaws.com"))
                .toList();
        assertThat(allowed).singleElement().satisfies(statement -> {
            assertThat(Synthesized.text(statement.at("/Condition/ArnEquals/aws:SourceArn")))
                    .endsWith(":s3:::" + UPLOADS);
            assertThat(Synthesized.text(statement.at("/Condition/StringEquals/aws:SourceAccount")))
                    .isEqualTo("AWS::AccountId");
            assertThat(Synthesized.text(statement.path("Resource")))
                    .isEqualTo(cloud.queueFeeding("IntakeHandler").id());
        });
    }
}
