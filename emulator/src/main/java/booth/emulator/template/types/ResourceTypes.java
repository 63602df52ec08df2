package booth.emulator.template.types;

import static booth.emulator.template.types.Reasons.NO_ENCRYPTION;
import static booth.emulator.template.types.Reasons.NO_IDENTITIES;
import static booth.emulator.template.types.Reasons.NO_OPERATIONS;

import booth.emulator.template.Registry;
import java.util.List;

/** Every type of resource that the emulator knows: what it makes, and what it knowingly passes over. */
public final class ResourceTypes {
    /** A new type is a new class and a line here. */
    public static final Registry ALL = new Registry(List.of(
            new ApiGatewayV2Api(),
            new ApiGatewayV2Integration(),
            new ApiGatewayV2Route(),
            new ApiGatewayV2Stage(),
            new EventsRule(),
            new IamRole(),
            new KmsKey(),
            new LambdaAlias(),
            new LambdaEventInvokeConfig(),
            new LambdaEventSourceMapping(),
            new LambdaFunction(),
            new LambdaLayerVersion(),
            new LambdaVersion(),
            new LogsLogGroup(),
            new S3Bucket(),
            new SnsSubscription(),
            new SnsTopic(),
            new SqsQueue(),
            new StepFunctionsStateMachine(),
            new PassedOver("AWS::CDK::Metadata", "the synthesis counts its own constructs with it"),
            new PassedOver("AWS::CloudWatch::Alarm", NO_OPERATIONS),
            new PassedOver("AWS::CloudWatch::CompositeAlarm", NO_OPERATIONS),
            new PassedOver("AWS::CloudWatch::Dashboard", NO_OPERATIONS),
            new PassedOver("AWS::IAM::ManagedPolicy", NO_IDENTITIES),
            new PassedOver("AWS::IAM::Policy", NO_IDENTITIES),
            new PassedOver("AWS::KMS::Alias", NO_ENCRYPTION),
            new PassedOver("AWS::Lambda::Permission", NO_IDENTITIES),
            new PassedOver("AWS::Logs::MetricFilter", NO_OPERATIONS),
            new PassedOver("AWS::Logs::ResourcePolicy", NO_OPERATIONS),
            new PassedOver("AWS::S3::BucketPolicy", NO_IDENTITIES),
            new PassedOver("AWS::SNS::TopicPolicy", NO_IDENTITIES),
            new PassedOver("AWS::SQS::QueuePolicy", NO_IDENTITIES)));

    private ResourceTypes() {}
}
