package booth.cdk;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import booth.cdk.Synthesized.Grant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionsTest {
    private static final String JOBS = "photobooth-jobs-AWS::AccountId-AWS::Region";
    private static final String GARDEN = "arn:AWS::Partition:s3:::garden-pictures-AWS::AccountId-AWS::Region/";

    private final Synthesized cloud = Synthesized.byDefault();

    @Test
    void everyDoorTakesTlsOnly() {
        var policies = cloud.resources()
                .filter(resource -> Set.of("AWS::S3::BucketPolicy", "AWS::SQS::QueuePolicy", "AWS::SNS::TopicPolicy")
                        .contains(resource.type()))
                .toList();
        assertThat(policies)
                .hasSize(2 + 10 + 1)
                .allSatisfy(policy -> assertThat(policy.properties().at("/PolicyDocument/Statement"))
                        .anySatisfy(statement -> {
                            assertThat(statement.path("Effect").asText()).isEqualTo("Deny");
                            assertThat(statement
                                            .at("/Condition/Bool/aws:SecureTransport")
                                            .asText())
                                    .isEqualTo("false");
                        }));
    }

    @Test
    void theStateMachineMayInvokeItsTasksAndFillTheGenerationQueue() {
        String role = cloud.machine().property("/RoleArn");
        assertThat(cloud.grants())
                .filteredOn(grant -> grant.role().equals(role) && grant.action().equals("lambda:InvokeFunction"))
                .extracting(grant -> cloud.handlerOf(grant.resource()))
                .containsExactlyInAnyOrder(
                        "DetectHandler",
                        "SegmentHandler",
                        "MergeMaskHandler",
                        "PortraitHandler",
                        "MonsterHandler",
                        "NotifyHandler");
        assertThat(cloud.grants())
                .contains(new Grant(
                        role,
                        "sqs:SendMessage",
                        cloud.queueFeeding("GenerateHandler").id()));
        assertThat(cloud.grants())
                .filteredOn(grant -> grant.action().equals("lambda:InvokeFunction"))
                .allMatch(grant -> grant.role().equals(role));
    }

    @Test
    void fromOutsideOnlyS3TheRuleAndTheApiMayInvoke() {
        assertThat(cloud.all("AWS::Lambda::Permission").stream()
                        .filter(permission -> !permission.id().contains("KeepReady"))
                        .map(permission -> permission.property("/Principal") + " → "
                                + cloud.handlerOf(permission.property("/FunctionName")))
                        .distinct())
                .containsExactlyInAnyOrder(
                        "s3.amazonaws.com → FileLandedHandler",
                        "events.amazonaws.com → ExecutionStatusChangedHandler",
                        "apigateway.amazonaws.com → ApiHandler",
                        "apigateway.amazonaws.com → StreamHandler");
        assertThat(cloud.all("AWS::Lambda::Permission"))
                .filteredOn(permission -> !permission.property("/Principal").startsWith("apigateway"))
                .allSatisfy(permission -> assertThat(permission.property("/SourceArn"))
                        .isNotEmpty()
                        .doesNotContain("*"));
    }

    /** That one asks as <api>/<stage>/$default, with one slash less than a route that has a path. */
    @Test
    void theApiMayInvokeForItsDefaultRouteToo() {
        String api = cloud.all("AWS::ApiGatewayV2::Api").stream()
                .filter(one -> one.property("/ProtocolType").equals("HTTP"))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(cloud.all("AWS::Lambda::Permission"))
                .filteredOn(permission -> permission.property("/Principal").startsWith("apigateway"))
                .filteredOn(permission ->
                        cloud.handlerOf(permission.property("/FunctionName")).equals("ApiHandler"))
                .extracting(permission -> permission.property("/SourceArn"))
                .allMatch(source ->
                        source.startsWith("arn:AWS::Partition:execute-api:AWS::Region:AWS::AccountId:" + api + "/*/*"))
                .anyMatch(source -> source.endsWith(":" + api + "/*/*"));
    }

    @Test
    void onlyWhatKnowsNoResourcesIsGrantedOnAll() {
        assertThat(cloud.grants())
                .filteredOn(grant -> grant.resource().equals("*"))
                .extracting(Grant::action)
                .allMatch(action -> action.matches(
                        "xray:.*|rekognition:Detect(Faces|Labels)|logs:.*(LogDeliver|ResourcePolic|LogGroups).*"));
        assertThat(cloud.grants()).extracting(Grant::action).noneMatch(action -> action.contains("*"));
        assertThat(cloud.grants())
                .filteredOn(grant ->
                        grant.resource().contains("*") && grant.resource().length() > 1)
                .allMatch(grant -> grant.action().startsWith("s3:")
                        ? grant.resource()
                                .matches(
                                        ".*/(photo|docs|keys|booths|idempotency|line|connections|channels|legacy|pairings"
                                                + "|emotions|imgPool|dashboard|orders|batches)/\\*.*|.*/img_\\*")
                        : grant.resource()
                                        .endsWith(
                                                ":execution:" + cloud.machine().id() + ":*")
                                || grant.resource().endsWith("/@connections/*"));
    }

    @Test
    void theApiMayDoWhatItsRoutesDoAndNoMore() {
        String jobs = "arn:AWS::Partition:s3:::" + JOBS;
        String uploads = jobs.replace("-jobs-", "-uploads-");
        String machine = cloud.machine().id();
        String executions = "arn:AWS::Partition:states:AWS::Region:AWS::AccountId:execution:" + machine + ":*";
        assertThat(cloud.grantsOf("ApiHandler").stream()
                        .filter(grant -> !grant.action().matches("(xray|logs):.*"))
                        .map(grant -> grant.action() + " " + grant.resource()))
                .containsExactlyInAnyOrder(
                        "s3:ListBucket " + jobs,
                        "s3:GetObject " + jobs + "/photo/*",
                        "s3:GetObject " + jobs + "/keys/*",
                        "s3:GetObject " + jobs + "/idempotency/*",
                        "s3:PutObject " + jobs + "/photo/*/job.json",
                        "s3:PutObject " + jobs + "/booths/*",
                        "s3:PutObject " + jobs + "/idempotency/*",
                        "s3:PutObject " + jobs + "/line/*",
                        "s3:GetObject " + jobs + "/legacy/*",
                        "s3:GetObject " + jobs + "/pairings/*",
                        "s3:PutObject " + jobs + "/pairings/*",
                        "s3:PutObject " + jobs + "/keys/*",
                        "s3:PutObject " + jobs + "/legacy/*",
                        "sqs:SendMessage " + cloud.queueFeeding("PushHandler").id(),
                        "s3:DeleteObject " + jobs + "/photo/*",
                        "s3:DeleteObject " + jobs + "/booths/*",
                        "s3:DeleteObject " + jobs + "/line/*",
                        "s3:DeleteObject " + jobs + "/connections/*",
                        "s3:ListBucket " + uploads,
                        "s3:GetObject " + uploads + "/photo/*",
                        "s3:PutObject " + uploads + "/photo/*",
                        "s3:PutObject " + uploads + "/docs/*",
                        "s3:DeleteObject " + uploads + "/photo/*",
                        "states:StartExecution " + machine,
                        "states:DescribeExecution " + executions,
                        "states:GetExecutionHistory " + executions,
                        "states:RedriveExecution " + executions,
                        "states:StopExecution " + executions);
    }

    @Test
    void aTaskReadsWhatItsCodeReadsAndNoMore() {
        String uploads = "arn:AWS::Partition:s3:::" + JOBS.replace("-jobs-", "-uploads-");
        String job = "arn:AWS::Partition:s3:::" + JOBS + "/photo/*/";
        assertThat(reads("DetectHandler")).containsExactlyInAnyOrder(uploads + "/photo/*", job + "job.json");
        assertThat(reads("SegmentHandler"))
                .containsExactlyInAnyOrder(job + "frame.png", job + "frame.sam2", job + "job.json");
        assertThat(reads("MergeMaskHandler")).containsExactlyInAnyOrder(job + "face-*.png", job + "job.json");
        assertThat(reads("GenerateHandler"))
                .containsExactlyInAnyOrder(
                        job + "job.json",
                        job + "frame.png",
                        job + "mask_*.png",
                        job + "photo_*.jpeg",
                        job + "order_*.json",
                        GARDEN + "emotions/*",
                        GARDEN + "imgPool/*",
                        GARDEN + "dashboard/*",
                        GARDEN + "img_*",
                        GARDEN + "orders/*",
                        GARDEN + "batches/*");
        assertThat(cloud.grantsOf("DetectHandler"))
                .filteredOn(grant -> grant.action().equals("s3:ListBucket"))
                .extracting(Grant::resource)
                .containsExactlyInAnyOrder(uploads, "arn:AWS::Partition:s3:::" + JOBS);
    }

    /** They look at the job's record after each write, and may find that the guest was erased meanwhile. */
    @Test
    void aTaskMayTakeBackWhatItWritesAndNothingElse() {
        for (String handler : List.of("DetectHandler", "SegmentHandler", "MergeMaskHandler", "GenerateHandler"))
            assertThat(objects("s3:DeleteObject", handler))
                    .isNotEmpty()
                    .filteredOn(resource -> !resource.startsWith(GARDEN))
                    .containsExactlyInAnyOrderElementsOf(objects("s3:PutObject", handler).stream()
                            .filter(resource -> !resource.startsWith(GARDEN))
                            .toList());
        assertThat(objects("s3:DeleteObject", "IntakeHandler"))
                .containsExactly("arn:AWS::Partition:s3:::" + JOBS.replace("-jobs-", "-uploads-") + "/photo/*");
        assertThat(objects("s3:DeleteObject", "FileLandedHandler"))
                .contains("arn:AWS::Partition:s3:::" + JOBS + "/photo/*");
    }

    @Test
    void inTheGardenPicturesArePaintedAndOnlyNotesAreTakenBack() {
        assertThat(objects("s3:PutObject", "GenerateHandler"))
                .filteredOn(resource -> resource.startsWith(GARDEN))
                .containsExactlyInAnyOrder(
                        GARDEN + "emotions/*",
                        GARDEN + "imgPool/*",
                        GARDEN + "dashboard/*",
                        GARDEN + "img_*",
                        GARDEN + "orders/*",
                        GARDEN + "batches/*");
        assertThat(objects("s3:DeleteObject", "GenerateHandler"))
                .filteredOn(resource -> resource.startsWith(GARDEN))
                .containsExactlyInAnyOrder(GARDEN + "orders/*", GARDEN + "batches/*");
        assertThat(objects("s3:PutObject", "DeadLetterHandler"))
                .containsExactlyInAnyOrder(GARDEN + "orders/*", GARDEN + "batches/*");
    }

    private List<String> objects(String action, String handler) {
        return cloud.grantsOf(handler).stream()
                .filter(grant -> grant.action().equals(action))
                .map(Grant::resource)
                .toList();
    }

    /** A link lets others do what its signer may. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ApiHandler",
                "NotifyHandler",
                "FileLandedHandler",
                "ExecutionStatusChangedHandler",
                "PushHandler",
                "CallbackHandler"
            })
    void whoSignsLinksMayReadWhereTheyLead(String handler) {
        String jobs = "arn:AWS::Partition:s3:::" + JOBS;
        assertThat(reads(handler)).contains(jobs + "/photo/*", jobs.replace("-jobs-", "-uploads-") + "/photo/*");
    }

    private List<String> reads(String handler) {
        return objects("s3:GetObject", handler);
    }

    @Test
    void nobodyListsAWholeBucket() {
        assertThat(cloud.all("AWS::IAM::Policy").stream()
                        .flatMap(policy ->
                                Synthesized.elements(policy.properties().at("/PolicyDocument/Statement")))
                        .filter(statement ->
                                Synthesized.texts(statement.path("Action")).contains("s3:ListBucket")))
                .hasSizeGreaterThan(10)
                .allSatisfy(statement -> assertThat(Synthesized.texts(statement.at("/Condition/StringLike/s3:prefix")))
                        .allMatch(prefix -> prefix.matches(
                                "(photo|keys|booths|idempotency|line|connections|channels|legacy|pairings"
                                        + "|emotions|imgPool|dashboard|orders|batches)/\\*|img_\\*")));
    }

    @Test
    void eachArtefactHasOneWriter() {
        assertThat(cloud.writersTo(JOBS))
                .isEqualTo(Map.ofEntries(
                        entry("/photo/*/frame.png", Set.of("DetectHandler")),
                        entry("/photo/*/faces.json", Set.of("DetectHandler")),
                        entry("/photo/*/frame.sam2", Set.of("SegmentHandler")),
                        entry("/photo/*/face-*.png", Set.of("SegmentHandler")),
                        entry("/photo/*/mask_*.png", Set.of("MergeMaskHandler")),
                        entry(
                                "/photo/*/photo_*.jpeg",
                                Set.of("GenerateHandler", "PortraitHandler", "MonsterHandler")), // one for each look
                        entry("/photo/*/notices.json", Set.of("PortraitHandler", "MonsterHandler")),
                        entry("/photo/*/order_*.json", Set.of("GenerateHandler")),
                        entry(
                                "/photo/*/job.json",
                                Set.of(
                                        "ApiHandler",
                                        "IntakeHandler",
                                        "NotifyHandler",
                                        "FileLandedHandler",
                                        "ExecutionStatusChangedHandler")),
                        entry("/booths/*", Set.of("ApiHandler")),
                        entry("/idempotency/*", Set.of("ApiHandler")),
                        entry("/legacy/*", Set.of("ApiHandler")),
                        entry("/pairings/*", Set.of("ApiHandler")),
                        entry("/keys/*", Set.of("ApiHandler")),
                        entry("/line/*", Set.of("FileLandedHandler", "ApiHandler")),
                        entry("/photo/*/listeners/*", Set.of("StreamHandler")),
                        entry("/connections/*", Set.of("StreamHandler")),
                        entry("/channels/*", Set.of("StreamHandler"))));
    }

    @Test
    void theModelMayBeCalledAsProfileAndInEachRegion() {
        assertThat(cloud.grantsOf("GenerateHandler"))
                .filteredOn(grant -> grant.action().equals("bedrock:InvokeModel"))
                .extracting(Grant::resource)
                .containsExactlyInAnyOrder(
                        "arn:AWS::Partition:bedrock:us-west-2:AWS::AccountId:inference-profile/us.stability.stable-image-inpaint-v1:0",
                        "arn:AWS::Partition:bedrock:us-east-1:AWS::AccountId:inference-profile/us.stability.stable-image-inpaint-v1:0",
                        "arn:AWS::Partition:bedrock:us-east-2:AWS::AccountId:inference-profile/us.stability.stable-image-inpaint-v1:0",
                        "arn:AWS::Partition:bedrock:us-west-2::foundation-model/stability.stable-image-inpaint-v1:0",
                        "arn:AWS::Partition:bedrock:us-east-1::foundation-model/stability.stable-image-inpaint-v1:0",
                        "arn:AWS::Partition:bedrock:us-east-2::foundation-model/stability.stable-image-inpaint-v1:0",
                        "arn:AWS::Partition:bedrock:us-west-2::foundation-model/stability.stable-image-core-v1:1");
    }
}
