package booth.cli.doctor;

import booth.core.StubServer.Reply;
import java.util.Map;

/** What AWS answers where all is well. */
final class Healthy {
    private static final String KEY = "a".repeat(64);

    private Healthy() {}

    static Reply answer(String operation, String path) {
        return switch (operation) {
            case "GetCallerIdentity" -> Reply.of(200, identity("123456789012"));
            case "GetParameter" -> Reply.of(200, parameter("30"));
            case "GetAccountSettings" ->
                Reply.of(200, "{\"AccountLimit\":{\"ConcurrentExecutions\":1000},\"AccountUsage\":{}}");
            case "ListServiceQuotas" -> Reply.of(200, QUOTAS);
            case "GetInferenceProfile" -> Reply.of(200, profile("us-west-2", "us-east-1"));
            case "GetFoundationModel" -> Reply.of(200, model("{\"status\":\"ACTIVE\"}"));
            case "GetFoundationModelAvailability" -> Reply.of(200, access("AVAILABLE", "AUTHORIZED"));
            case "DescribeStacks" -> Reply.of(200, stack("UPDATE_COMPLETE"));
            case "ListStackResources" -> Reply.of(200, RESOURCES);
            case "GetFunctionConfiguration" -> Reply.of(200, function("Active", ""));
            case "ListFunctions" -> Reply.of(200, "{\"Functions\":[{\"FunctionName\":\"f\"}]}");
            case "DescribeAlarms" -> Reply.of(200, alarms(""));
            case "ListQueues" -> Reply.of(200, "{\"QueueUrls\":[\"http://q/1/PhotoBooth-IntakeDeadLetters\"]}");
            case "GetQueueAttributes" -> Reply.of(200, queue(0));
            case "ListObjectsV2" -> Reply.of(200, keys(KEY));
            case "GetObject" ->
                new Reply(
                        200,
                        Map.of("ETag", "\"1\""),
                        "{\"id\":\"" + KEY + "\",\"booth\":\"hall\",\"createdAt\":\"2026-11-21T10:00:00Z\","
                                + "\"perMinute\":600,\"webhookSecret\":\"whsec_x\"}");
            default -> Reply.error(400, "UnknownOperationException", operation + " " + path);
        };
    }

    static String identity(String account) {
        return "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><GetCallerIdentityResult>"
                + "<Arn>arn:aws:iam::" + account + ":user/ada</Arn><UserId>AIDA</UserId><Account>" + account
                + "</Account></GetCallerIdentityResult></GetCallerIdentityResponse>";
    }

    static String parameter(String version) {
        return "{\"Parameter\":{\"Name\":\"/cdk-bootstrap/hnb659fds/version\",\"Type\":\"String\",\"Value\":\""
                + version + "\"}}";
    }

    private static final String QUOTAS = "{\"Quotas\":["
            + quota(
                    "rekognition",
                    "Transactions per second per account for the Amazon Rekognition Image operation" + " DetectFaces",
                    "50.0")
            + ","
            + quota(
                    "rekognition",
                    "Transactions per second per account for the Amazon Rekognition Image operation" + " DetectLabels",
                    "50.0")
            + ","
            + quota(
                    "bedrock",
                    "Cross-region model inference requests per minute for Stability.ai Stable Image" + " Inpaint",
                    "60.0")
            + "]}";

    static String quota(String service, String name, String value) {
        return "{\"ServiceCode\":\"" + service + "\",\"QuotaCode\":\"L-1\",\"QuotaName\":\"" + name + "\",\"Value\":"
                + value + ",\"Unit\":\"None\"}";
    }

    static String profile(String... regions) {
        StringBuilder models = new StringBuilder();
        for (String region : regions)
            models.append(models.isEmpty() ? "" : ",")
                    .append("{\"modelArn\":\"arn:aws:bedrock:")
                    .append(region)
                    .append("::foundation-model/stability.stable-image-inpaint-v1:0\"}");
        return "{\"inferenceProfileName\":\"US Stable Image Inpaint\",\"inferenceProfileId\":"
                + "\"us.stability.stable-image-inpaint-v1:0\",\"inferenceProfileArn\":\"arn\",\"status\":\"ACTIVE\","
                + "\"type\":\"SYSTEM_DEFINED\",\"models\":[" + models + "]}";
    }

    static String model(String lifecycle) {
        return "{\"modelDetails\":{\"modelArn\":\"arn\",\"modelId\":\"stability.stable-image-inpaint-v1:0\","
                + "\"modelName\":\"Stable Image Inpaint\",\"providerName\":\"Stability AI\",\"modelLifecycle\":"
                + lifecycle + "}}";
    }

    static String access(String agreement, String authorization) {
        return "{\"modelId\":\"stability.stable-image-inpaint-v1:0\",\"agreementAvailability\":{\"status\":\""
                + agreement
                + "\"},\"authorizationStatus\":\"" + authorization
                + "\",\"entitlementAvailability\":\"AVAILABLE\",\"regionAvailability\":\"AVAILABLE\"}";
    }

    static String stack(String status) {
        return "<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackName>PhotoBooth</StackName>"
                + "<CreationTime>2026-11-21T10:00:00Z</CreationTime><StackStatus>" + status + "</StackStatus><Outputs>"
                + "<member><OutputKey>JobsBucket</OutputKey><OutputValue>jobs</OutputValue></member></Outputs></member>"
                + "</Stacks></DescribeStacksResult></DescribeStacksResponse>";
    }

    private static final String RESOURCES = "<ListStackResourcesResponse><ListStackResourcesResult>"
            + "<StackResourceSummaries>" + resource("AWS::Lambda::Function", "PhotoBooth-Detect")
            + resource("AWS::CloudWatch::Alarm", "PhotoBooth-ExecutionsFailed")
            + "</StackResourceSummaries></ListStackResourcesResult></ListStackResourcesResponse>";

    private static String resource(String type, String name) {
        return "<member><LogicalResourceId>l</LogicalResourceId><PhysicalResourceId>" + name
                + "</PhysicalResourceId><ResourceType>" + type
                + "</ResourceType><ResourceStatus>CREATE_COMPLETE</ResourceStatus>"
                + "<LastUpdatedTimestamp>2026-11-21T10:00:00Z</LastUpdatedTimestamp></member>";
    }

    static String function(String state, String reason) {
        return "{\"FunctionName\":\"PhotoBooth-Detect\",\"Version\":\"3\",\"Runtime\":\"java25\","
                + "\"Architectures\":[\"arm64\"],\"State\":\"" + state + "\","
                + (reason.isEmpty() ? "" : "\"StateReason\":\"" + reason + "\",")
                + "\"LastUpdateStatus\":\"Successful\","
                + "\"SnapStart\":{\"ApplyOn\":\"PublishedVersions\",\"OptimizationStatus\":\"On\"}}";
    }

    static String alarms(String members) {
        return "<DescribeAlarmsResponse xmlns=\"http://monitoring.amazonaws.com/doc/2010-08-01/\"><DescribeAlarmsResult>"
                + "<MetricAlarms>" + members + "</MetricAlarms></DescribeAlarmsResult></DescribeAlarmsResponse>";
    }

    static String queue(int waiting) {
        return "{\"Attributes\":{\"QueueArn\":\"arn:q\",\"ApproximateNumberOfMessages\":\"" + waiting
                + "\",\"ApproximateNumberOfMessagesNotVisible\":\"0\"}}";
    }

    static String keys(String... ids) {
        StringBuilder all = new StringBuilder();
        for (String id : ids)
            all.append("<Contents><Key>keys/")
                    .append(id)
                    .append(
                            ".json</Key><Size>1</Size><LastModified>2026-11-21T10:00:00.000Z</LastModified></Contents>");
        return "<ListBucketResult>" + all + "</ListBucketResult>";
    }
}
