package booth.emulator.template;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What of a template the embedded cloud honours, and what it knowingly passes over because it means nothing on one
 * machine. Everything else is an error at start. This is the one place to look.
 */
final class Support {
    private static final String NO_IDENTITIES = "every program on this machine is the same user";
    private static final String NO_OPERATIONS = "metrics, traces and alarms are the terminal's here";
    private static final String NO_ENCRYPTION = "the disk is the laptop's own";
    private static final String NO_EXPIRY = "data stays until it is deleted or started fresh";
    private static final String CLASS_PATH =
            "handlers are on the class path, whatever runtime and machine they will meet";
    private static final String NAMES_ONLY = "its function is invoked as it is";

    private static final Map<String, Support> TABLE = new HashMap<>();

    static {
        type("AWS::S3::Bucket")
                .uses("BucketName", "NotificationConfiguration")
                .passesOver("pages of any origin may use any signed address", "CorsConfiguration")
                .passesOver(NO_ENCRYPTION, "BucketEncryption")
                .passesOver(NO_EXPIRY, "LifecycleConfiguration", "VersioningConfiguration", "Tags")
                .passesOver(NO_IDENTITIES, "PublicAccessBlockConfiguration", "OwnershipControls");
        type("AWS::SQS::Queue")
                .uses(
                        "QueueName",
                        "VisibilityTimeout",
                        "DelaySeconds",
                        "ReceiveMessageWaitTimeSeconds",
                        "RedrivePolicy",
                        "FifoQueue",
                        "ContentBasedDeduplication")
                .passesOver("one machine limits no group", "DeduplicationScope", "FifoThroughputLimit")
                .passesOver(NO_EXPIRY, "MessageRetentionPeriod", "Tags")
                .passesOver(NO_ENCRYPTION, "SqsManagedSseEnabled", "KmsMasterKeyId", "KmsDataKeyReusePeriodSeconds")
                .passesOver(NO_IDENTITIES, "RedriveAllowPolicy");
        type("AWS::SNS::Topic")
                .uses("TopicName")
                .passesOver(NO_ENCRYPTION, "KmsMasterKeyId")
                .passesOver(NO_OPERATIONS, "DisplayName", "TracingConfig", "Tags");
        type("AWS::Lambda::Function")
                .uses(
                        "FunctionName",
                        "Handler",
                        "Runtime",
                        "Environment",
                        "Timeout",
                        "MemorySize",
                        "DeadLetterConfig",
                        "Layers",
                        "LoggingConfig")
                .passesOver(CLASS_PATH, "Code", "Architectures", "SnapStart", "PackageType", "EphemeralStorage")
                .passesOver(NO_IDENTITIES, "Role")
                .passesOver(NO_ENCRYPTION, "KmsKeyArn")
                .passesOver(
                        "one machine has no concurrency to reserve; queues bound it", "ReservedConcurrentExecutions")
                .passesOver(NO_OPERATIONS, "TracingConfig", "Description", "Tags");
        type("AWS::Lambda::LayerVersion")
                .uses("Content")
                .passesOver(
                        CLASS_PATH,
                        "CompatibleArchitectures",
                        "CompatibleRuntimes",
                        "Description",
                        "LayerName",
                        "LicenseInfo");
        type("AWS::Lambda::Version").uses("FunctionName").passesOver(NAMES_ONLY, "Description", "CodeSha256");
        type("AWS::Lambda::Alias")
                .uses("FunctionName", "Name")
                .passesOver(NAMES_ONLY, "FunctionVersion", "Description");
        type("AWS::Lambda::EventInvokeConfig")
                .uses("FunctionName", "Qualifier", "MaximumRetryAttempts", "DestinationConfig")
                .passesOver("retries here take seconds", "MaximumEventAgeInSeconds");
        type("AWS::Lambda::EventSourceMapping")
                .uses(
                        "BatchSize",
                        "Enabled",
                        "EventSourceArn",
                        "FunctionName",
                        "FunctionResponseTypes",
                        "MaximumBatchingWindowInSeconds",
                        "ScalingConfig")
                .passesOver(NO_OPERATIONS, "MetricsConfig", "Tags");
        type("AWS::Events::Rule")
                .uses("Name", "EventPattern", "State", "Targets")
                .passesOver(NO_IDENTITIES, "RoleArn")
                .passesOver(NO_OPERATIONS, "Description");
        type("AWS::StepFunctions::StateMachine")
                .uses(
                        "StateMachineName",
                        "StateMachineType",
                        "Definition",
                        "DefinitionString",
                        "DefinitionS3Location",
                        "DefinitionSubstitutions")
                .passesOver(NO_IDENTITIES, "RoleArn")
                .passesOver(NO_ENCRYPTION, "EncryptionConfiguration")
                .passesOver(NO_OPERATIONS, "LoggingConfiguration", "TracingConfiguration", "Tags");
        type("AWS::ApiGatewayV2::Api")
                .uses("ProtocolType", "CorsConfiguration", "RouteSelectionExpression")
                .passesOver("there is one API of each kind, and it needs no name", "Name", "Description", "Tags");
        type("AWS::ApiGatewayV2::Integration")
                .uses("ApiId", "IntegrationType", "IntegrationUri", "PayloadFormatVersion", "TimeoutInMillis")
                .passesOver("functions are called, whatever the method", "IntegrationMethod")
                .passesOver(NO_OPERATIONS, "Description");
        type("AWS::ApiGatewayV2::Route")
                .uses("ApiId", "RouteKey", "Target", "AuthorizationType")
                .passesOver(NO_OPERATIONS, "OperationName");
        type("AWS::ApiGatewayV2::Stage")
                .uses("ApiId", "StageName", "AutoDeploy")
                .passesOver("one machine's callers are its own to slow down", "DefaultRouteSettings", "RouteSettings")
                .passesOver(NO_OPERATIONS, "AccessLogSettings", "Description", "Tags");
        type("AWS::Logs::LogGroup")
                .uses("LogGroupName")
                .passesOver("a log keeps its newest lines, whatever their age", "RetentionInDays")
                .passesOver(NO_ENCRYPTION, "KmsKeyId", "DataProtectionPolicy")
                .passesOver(NO_OPERATIONS, "LogGroupClass", "Tags");
        whole(NO_IDENTITIES, "AWS::IAM::Role", "AWS::IAM::Policy", "AWS::IAM::ManagedPolicy");
        whole(NO_IDENTITIES, "AWS::S3::BucketPolicy", "AWS::SQS::QueuePolicy", "AWS::SNS::TopicPolicy");
        whole(NO_IDENTITIES, "AWS::Lambda::Permission");
        whole(NO_ENCRYPTION, "AWS::KMS::Key", "AWS::KMS::Alias");
        whole(NO_OPERATIONS, "AWS::Logs::MetricFilter", "AWS::Logs::ResourcePolicy");
        whole(NO_OPERATIONS, "AWS::CloudWatch::Alarm", "AWS::CloudWatch::CompositeAlarm", "AWS::CloudWatch::Dashboard");
        whole("the synthesis counts its own constructs with it", "AWS::CDK::Metadata");
    }

    private final Set<String> used = new TreeSet<>();
    private final Map<String, String> passedOver = new HashMap<>();
    private String wholeReason = "";

    private Support() {}

    /** What is known about a type; empty for one that is not supported. */
    static Optional<Support> of(String type) {
        return Optional.ofNullable(TABLE.get(type));
    }

    static Set<String> types() {
        return Collections.unmodifiableSet(new TreeSet<>(TABLE.keySet()));
    }

    /** Whether resources of this type do anything here. */
    boolean matters() {
        return wholeReason.isEmpty();
    }

    /**
     * Refuses properties that are neither used nor knowingly passed over.
     *
     * @throws Unsupported naming resource, type and property
     */
    void check(Resource resource) {
        if (!wholeReason.isEmpty()) return;
        resource.properties().fieldNames().forEachRemaining(property -> {
            if (!used.contains(property) && !passedOver.containsKey(property))
                throw Unsupported.property(resource, property, "");
        });
    }

    private Support uses(String... properties) {
        used.addAll(Arrays.asList(properties));
        return this;
    }

    private Support passesOver(String reason, String... properties) {
        for (String property : properties) passedOver.put(property, reason);
        return this;
    }

    private static Support type(String type) {
        Support support = new Support();
        TABLE.put(type, support);
        return support;
    }

    private static void whole(String reason, String... types) {
        for (String type : types) type(type).wholeReason = reason;
    }
}
