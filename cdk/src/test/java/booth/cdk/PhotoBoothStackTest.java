package booth.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import booth.cdk.Synthesized.Grant;
import booth.cdk.Synthesized.Resource;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoBoothStackTest {
    private static final String JOBS = "photobooth-jobs-AWS::AccountId-AWS::Region";
    private static final String UPLOADS = "photobooth-uploads-AWS::AccountId-AWS::Region";

    @TempDir
    private static Path folder;

    private static Synthesized cloud;

    @BeforeAll
    static void synthesize() {
        cloud = Synthesized.from(TestProject.in(folder).stack(Map.of()));
    }

    @Test
    void everyFunctionIsJava25OnArmWithSnapStartTracingAndALogThatEnds() {
        assertThat(functions()).hasSize(9).allSatisfy(function -> {
            assertThat(function.property("/Runtime")).isEqualTo("java25");
            assertThat(function.property("/Architectures/0")).isEqualTo("arm64");
            assertThat(function.property("/SnapStart/ApplyOn")).isEqualTo("PublishedVersions");
            assertThat(function.property("/TracingConfig/Mode")).isEqualTo("Active");
            var log = cloud.one(function.property("/LoggingConfig/LogGroup"));
            assertThat(log.properties().path("RetentionInDays").asInt()).isEqualTo(14);
        });
        assertThat(functions())
                .extracting(function -> function.property("/Role"))
                .doesNotHaveDuplicates();
    }

    @Test
    void eachFunctionKnowsExactlyWhatItsHandlerReads() {
        var notify = Set.of("JOBS_BUCKET", "TOPIC_ARN");
        assertThat(functions().stream()
                        .collect(Collectors.toMap(
                                function -> function.property("/Handler"),
                                function -> names(function.properties().at("/Environment/Variables")))))
                .isEqualTo(Map.of(
                        "booth.detect.DetectHandler", Set.of("UPLOADS_BUCKET", "JOBS_BUCKET"),
                        "booth.segment.SegmentHandler", Set.of("JOBS_BUCKET", "MODELS_DIR"),
                        "booth.mergemask.MergeMaskHandler", Set.of("JOBS_BUCKET"),
                        "booth.generate.GenerateHandler",
                                Set.of(
                                        "JOBS_BUCKET",
                                        "GENERATION_QUEUE_URL",
                                        "IMAGE_MODEL",
                                        "IMAGE_DIALECT",
                                        "REGIONS",
                                        "PROMPTS",
                                        "SEED"),
                        "booth.generate.DeadLetterHandler", Set.of(),
                        "booth.notify.NotifyHandler", notify,
                        "booth.notify.FileLandedHandler", Set.of("JOBS_BUCKET"),
                        "booth.notify.ExecutionEndedHandler", notify,
                        "booth.intake.IntakeHandler", Set.of("UPLOADS_BUCKET", "JOBS_BUCKET", "STATE_MACHINE_ARN")));
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
        JsonNode toIntake = bucket(UPLOADS).properties().at("/NotificationConfiguration/QueueConfigurations/0");
        assertThat(Synthesized.text(toIntake.path("Queue")))
                .isEqualTo(queueFeeding("IntakeHandler").id());
        assertThat(toIntake.at("/Filter/S3Key/Rules").toString())
                .isEqualTo("[{\"Name\":\"prefix\",\"Value\":\"photo/\"}]");
        assertThat(writersTo(UPLOADS))
                .as("no function may write where executions start")
                .isEmpty();
    }

    @Test
    void onlyArtefactsAreTold() {
        JsonNode told = bucket(JOBS).properties().at("/NotificationConfiguration/LambdaConfigurations");
        assertThat(told).allSatisfy(to -> {
            assertThat(cloud.handlerOf(Synthesized.text(to.path("Function")))).isEqualTo("FileLandedHandler");
            assertThat(to.at("/Filter/S3Key/Rules/0/Value").asText()).isEqualTo("photo/");
        });
        assertThat(told)
                .extracting(to -> to.at("/Filter/S3Key/Rules/1/Value").asText())
                .containsExactly(".png", ".jpeg", "faces.json")
                .noneMatch("photo/0/job.json"::endsWith);
    }

    @Test
    void aBucketWaitsForTheRightToDeliver() {
        assertThat(bucket(UPLOADS).whole().at("/DependsOn/0").asText())
                .satisfies(id -> assertThat(cloud.one(id).type()).isEqualTo("AWS::SQS::QueuePolicy"));
        assertThat(bucket(JOBS).whole().at("/DependsOn/0").asText())
                .satisfies(id -> assertThat(cloud.one(id).type()).isEqualTo("AWS::Lambda::Permission"));
    }

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
        assertThat(bucket(UPLOADS).property("/LifecycleConfiguration/Rules/0/ExpirationInDays"))
                .isEqualTo("1");
        assertThat(bucket(JOBS).property("/LifecycleConfiguration/Rules/0/ExpirationInDays"))
                .isEqualTo("7");
    }

    @Test
    void everyDoorTakesTlsOnly() {
        var policies = cloud.resources()
                .filter(resource -> Set.of("AWS::S3::BucketPolicy", "AWS::SQS::QueuePolicy", "AWS::SNS::TopicPolicy")
                        .contains(resource.type()))
                .toList();
        assertThat(policies)
                .hasSize(2 + 6 + 1)
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
                    .isEqualTo(queueFeeding("IntakeHandler").id());
        });
    }

    @Test
    void everyQueueHasADeadLetterQueueAndEveryDeadLetterQueueAnAlarm() {
        Set<String> working = Set.of(
                queueFeeding("IntakeHandler").id(),
                queueFeeding("GenerateHandler").id());
        Set<String> dead = deadLetterQueues();
        assertThat(cloud.all("AWS::SQS::Queue"))
                .hasSize(6)
                .allMatch(queue -> working.contains(queue.id()) != dead.contains(queue.id()));
        assertThat(working)
                .allSatisfy(
                        id -> assertThat(dead).contains(cloud.one(id).property("/RedrivePolicy/deadLetterTargetArn")));

        Set<String> alarmed = cloud.all("AWS::CloudWatch::Alarm").stream()
                .filter(alarm -> alarm.property("/MetricName").equals("ApproximateNumberOfMessagesVisible"))
                .map(alarm -> alarm.property("/Dimensions/0/Value"))
                .collect(Collectors.toSet());
        assertThat(alarmed).isEqualTo(dead);
    }

    @Test
    void failedAndTimedOutExecutionsRaiseAnAlarm() {
        assertThat(cloud.all("AWS::CloudWatch::Alarm"))
                .filteredOn(alarm -> alarm.property("/Namespace").equals("AWS/States"))
                .extracting(alarm -> alarm.property("/MetricName"))
                .containsExactlyInAnyOrder("ExecutionsFailed", "ExecutionsTimedOut");
    }

    @Test
    void aPictureIsTriedLongerThanItsBranchWaits() {
        var branch = states().findValue("Titan 1");
        int receives = queueFeeding("GenerateHandler")
                .properties()
                .at("/RedrivePolicy/maxReceiveCount")
                .asInt();
        double shortest = 0; // 5 s, doubled to 300 s at most, half of it by chance
        for (int i = 0; i < receives; i++) shortest += Math.min(300, 5 * Math.pow(2, i)) / 2;
        assertThat(shortest).isGreaterThan(branch.path("TimeoutSeconds").asDouble());
        assertThat(queueFeeding("IntakeHandler").property("/RedrivePolicy/maxReceiveCount"))
                .isEqualTo("5");
    }

    @Test
    void messagesStayHiddenSixTimesAsLongAsTheirFunctionMayRun() {
        assertThat(mappings()).hasSize(3).allSatisfy(mapping -> {
            int timeout = cloud.functionOf(mapping.property("/FunctionName"))
                    .properties()
                    .path("Timeout")
                    .asInt();
            int hidden = cloud.one(mapping.property("/EventSourceArn"))
                    .properties()
                    .path("VisibilityTimeout")
                    .asInt();
            assertThat(hidden).isGreaterThanOrEqualTo(6 * timeout);
            assertThat(mapping.property("/FunctionResponseTypes/0")).isEqualTo("ReportBatchItemFailures");
        });
        assertThat(mapping("IntakeHandler").property("/BatchSize")).isEqualTo("10");
        assertThat(mapping("GenerateHandler").property("/BatchSize")).isEqualTo("1");
        assertThat(mapping("GenerateHandler").property("/ScalingConfig/MaximumConcurrency"))
                .isEqualTo("3");
    }

    @Test
    void generationDeadLettersAreAnswered() {
        assertThat(mapping("DeadLetterHandler").property("/EventSourceArn"))
                .isEqualTo(queueFeeding("GenerateHandler").property("/RedrivePolicy/deadLetterTargetArn"));
    }

    @Test
    void theStateMachineKeepsItsDataToItself() {
        var logging = machine().properties().path("LoggingConfiguration");
        assertThat(logging.path("IncludeExecutionData").isBoolean()).isTrue();
        assertThat(logging.path("IncludeExecutionData").asBoolean()).isFalse();
        assertThat(machine().property("/TracingConfiguration/Enabled")).isEqualTo("true");
        assertThat(machine().property("/StateMachineType")).isEqualTo("STANDARD");
    }

    @Test
    void everyNameInTheStateMachineIsFilledIn() {
        var names = Pattern.compile("\\$\\{(\\w+)}")
                .matcher(machine().property("/DefinitionString"))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        var substitutions = machine().properties().path("DefinitionSubstitutions");
        assertThat(names(substitutions)).isEqualTo(names);
        assertThat(cloud.handlerOf(Synthesized.text(substitutions.path("DetectArn"))))
                .isEqualTo("DetectHandler");
        assertThat(cloud.handlerOf(Synthesized.text(substitutions.path("SegmentArn"))))
                .isEqualTo("SegmentHandler");
        assertThat(cloud.handlerOf(Synthesized.text(substitutions.path("MergeMaskArn"))))
                .isEqualTo("MergeMaskHandler");
        assertThat(cloud.handlerOf(Synthesized.text(substitutions.path("NotifyArn"))))
                .isEqualTo("NotifyHandler");
        assertThat(Synthesized.text(substitutions.path("GenerationQueueUrl")))
                .isEqualTo(queueFeeding("GenerateHandler").id());
    }

    @Test
    void aTaskMayRunLongerThanItsStateWaits() {
        var substitutions = machine().properties().path("DefinitionSubstitutions");
        var tasks = states().findParents("Resource").stream()
                .filter(state -> state.path("Resource").asText().endsWith("Arn}"))
                .toList();
        assertThat(tasks).hasSize(5).allSatisfy(state -> {
            String name = state.path("Resource").asText().replaceAll("[${}]", "");
            int timeout = cloud.functionOf(Synthesized.text(substitutions.path(name)))
                    .properties()
                    .path("Timeout")
                    .asInt();
            assertThat(timeout).isGreaterThan(state.path("TimeoutSeconds").asInt());
        });
    }

    @Test
    void theStateMachineMayInvokeItsFourTasksAndFillTheGenerationQueue() {
        String role = machine().property("/RoleArn");
        assertThat(cloud.grants())
                .filteredOn(grant -> grant.role().equals(role) && grant.action().equals("lambda:InvokeFunction"))
                .extracting(grant -> cloud.handlerOf(grant.resource()))
                .containsExactlyInAnyOrder("DetectHandler", "SegmentHandler", "MergeMaskHandler", "NotifyHandler");
        assertThat(cloud.grants())
                .contains(new Grant(
                        role, "sqs:SendMessage", queueFeeding("GenerateHandler").id()));
        assertThat(cloud.grants())
                .filteredOn(grant -> grant.action().equals("lambda:InvokeFunction"))
                .allMatch(grant -> grant.role().equals(role));
    }

    @Test
    void fromOutsideOnlyS3AndTheRuleMayInvoke() {
        assertThat(cloud.all("AWS::Lambda::Permission"))
                .extracting(permission -> permission.property("/Principal") + " → "
                        + cloud.handlerOf(permission.property("/FunctionName")))
                .containsExactlyInAnyOrder(
                        "s3.amazonaws.com → FileLandedHandler", "events.amazonaws.com → ExecutionEndedHandler");
        assertThat(cloud.all("AWS::Lambda::Permission"))
                .allSatisfy(permission -> assertThat(permission.property("/SourceArn"))
                        .isNotEmpty()
                        .doesNotContain("*"));
    }

    @Test
    void anExecutionThatEndsBadlyIsHeardAndNeverLost() {
        Resource rule = cloud.all("AWS::Events::Rule").get(0);
        assertThat(Synthesized.texts(rule.properties().at("/EventPattern/detail/status")))
                .containsExactly("FAILED", "TIMED_OUT", "ABORTED");
        assertThat(rule.property("/EventPattern/detail/stateMachineArn/0"))
                .isEqualTo(machine().id());
        assertThat(cloud.handlerOf(rule.property("/Targets/0/Arn"))).isEqualTo("ExecutionEndedHandler");
        assertThat(rule.property("/Targets/0/DeadLetterConfig/Arn"))
                .isEqualTo(cloud.function("ExecutionEndedHandler").property("/DeadLetterConfig/TargetArn"));
        assertThat(cloud.function("FileLandedHandler").property("/DeadLetterConfig/TargetArn"))
                .isIn(deadLetterQueues());
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
                .allMatch(grant ->
                        grant.action().startsWith("s3:") && grant.resource().contains("/photo/*"));
    }

    @Test
    void eachArtefactHasOneWriter() {
        assertThat(writersTo(JOBS))
                .isEqualTo(Map.of(
                        "/photo/*/frame.png", Set.of("DetectHandler"),
                        "/photo/*/faces.json", Set.of("DetectHandler"),
                        "/photo/*/face-*.png", Set.of("SegmentHandler"),
                        "/photo/*/mask_*.png", Set.of("MergeMaskHandler"),
                        "/photo/*/photo_*.jpeg", Set.of("GenerateHandler"),
                        "/photo/*/job.json", Set.of("IntakeHandler", "NotifyHandler", "ExecutionEndedHandler")));
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
                        "arn:AWS::Partition:bedrock:us-east-2::foundation-model/stability.stable-image-inpaint-v1:0");
    }

    @Test
    void theTemplateTellsWhereThingsAre() {
        assertThat(names(cloud.template().path("Outputs")))
                .containsExactlyInAnyOrder(
                        "UploadsBucket",
                        "JobsBucket",
                        "StateMachineArn",
                        "TopicArn",
                        "IntakeQueueUrl",
                        "IntakeDeadLettersUrl",
                        "GenerationQueueUrl",
                        "GenerationDeadLettersUrl");
    }

    @Test
    void theTemplateHoldsOnlyWhatWasWritten() {
        assertThat(names(cloud.template())).containsExactlyInAnyOrder("Description", "Resources", "Outputs");
        assertThat(cloud.resources())
                .extracting(Resource::type)
                .noneMatch(type -> type.startsWith("Custom::") || type.startsWith("AWS::CDK"));
    }

    private static List<Resource> functions() {
        return cloud.all("AWS::Lambda::Function");
    }

    private static List<Resource> mappings() {
        return cloud.all("AWS::Lambda::EventSourceMapping");
    }

    private static Resource mapping(String handler) {
        return mappings().stream()
                .filter(mapping ->
                        cloud.handlerOf(mapping.property("/FunctionName")).equals(handler))
                .findFirst()
                .orElseThrow();
    }

    private static Resource queueFeeding(String handler) {
        return cloud.one(mapping(handler).property("/EventSourceArn"));
    }

    private static Resource bucket(String name) {
        return cloud.all("AWS::S3::Bucket").stream()
                .filter(bucket -> bucket.property("/BucketName").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Resource machine() {
        return cloud.all("AWS::StepFunctions::StateMachine").get(0);
    }

    private static JsonNode states() {
        return Synthesized.json(machine().property("/DefinitionString")).path("States");
    }

    /** Of queues and of functions called by services that do not wait. */
    private static Set<String> deadLetterQueues() {
        return cloud.resources()
                .map(Resource::properties)
                .flatMap(properties -> Stream.of(
                        properties.at("/RedrivePolicy/deadLetterTargetArn"),
                        properties.at("/DeadLetterConfig/TargetArn")))
                .filter(target -> !target.isMissingNode())
                .map(Synthesized::text)
                .collect(Collectors.toSet());
    }

    /** Handlers by the pattern of keys they may write. */
    private static Map<String, Set<String>> writersTo(String bucket) {
        var handlers = functions().stream()
                .collect(Collectors.toMap(
                        function -> function.property("/Role"),
                        function -> function.property("/Handler").replaceAll(".*\\.", "")));
        return cloud.grants().stream()
                .filter(grant ->
                        grant.action().startsWith("s3:Put") && grant.resource().contains(bucket))
                .collect(Collectors.groupingBy(
                        grant -> grant.resource().replaceAll(".*" + bucket, ""),
                        Collectors.mapping(grant -> String.valueOf(handlers.get(grant.role())), Collectors.toSet())));
    }

    private static Set<String> names(JsonNode object) {
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
