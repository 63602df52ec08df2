package booth.emulator.template;

import booth.emulator.account.Account;
import booth.emulator.websocket.WebSocketApis;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code Ref} and {@code Fn::GetAtt} of a resource give. All of it follows from its name, so that resources may
 * mention each other in any order, and a name without hash or chance in it finds its data again after a restart.
 */
final class PhysicalNames {
    private static final Map<String, String> NAME_PROPERTY = Map.of(
            "AWS::S3::Bucket", "BucketName",
            "AWS::SQS::Queue", "QueueName",
            "AWS::SNS::Topic", "TopicName",
            "AWS::Lambda::Function", "FunctionName",
            "AWS::Events::Rule", "Name",
            "AWS::StepFunctions::StateMachine", "StateMachineName",
            "AWS::Logs::LogGroup", "LogGroupName",
            "AWS::IAM::Role", "RoleName");
    private static final int API_ID = 10;
    private static final Pattern API_HOST =
            Pattern.compile("https://[a-z0-9]{" + API_ID + "}\\.execute-api\\.[a-z0-9-]+\\.amazonaws\\.com(?![\\w.])");
    /** Its stage is the path on AWS. */
    private static final Pattern SOCKET_HOST =
            Pattern.compile("wss" + API_HOST.pattern().substring("https".length()) + "/[\\w-]+");

    private static final int LONGEST = 62; // a bucket takes 63 characters

    private final String stack;
    private final Account account;
    private final URI gateway;
    private final URI queues;

    /**
     * @param gateway where APIs answer
     * @param queues the SQS endpoint, for the queues' URLs
     */
    PhysicalNames(String stack, Account account, URI gateway, URI queues) {
        this.stack = stack;
        this.account = account;
        this.gateway = gateway;
        this.queues = queues;
    }

    static String stackId(Account account, String stack) {
        return account.arn("cloudformation", "stack/" + stack + "/local");
    }

    /** The property with which the template may name a resource of this type itself. */
    static Optional<String> nameProperty(String type) {
        return Optional.ofNullable(NAME_PROPERTY.get(type));
    }

    /** The name of a resource that the template does not name: stack and logical id, hash included. */
    String generated(Resource resource) {
        String name = stack + "-" + resource.id();
        String fits = name.length() <= LONGEST
                ? name
                : name.substring(0, LONGEST / 2) + name.substring(name.length() - LONGEST / 2);
        if (resource.properties().path("FifoQueue").asBoolean()) return fits + ".fifo";
        return resource.type().equals("AWS::S3::Bucket") ? fits.toLowerCase(Locale.ROOT) : fits;
    }

    /** Ten letters and digits, as API Gateway's own. */
    String apiId(Resource api) {
        return UUID.nameUUIDFromBytes((stack + "/" + api.id()).getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "")
                .substring(0, API_ID);
    }

    /** A computed text in which the addresses that APIs have on AWS have become the gateway's. */
    String reachable(String text) {
        String http = API_HOST.matcher(text).replaceAll(Matcher.quoteReplacement(gateway.toString()));
        String socket = "ws://" + gateway.getAuthority() + WebSocketApis.PATH;
        return SOCKET_HOST.matcher(http).replaceAll(Matcher.quoteReplacement(socket));
    }

    /**
     * @param name the resource's name
     * @param property resolves a property of the resource to its text
     */
    String ref(Resource resource, String name, UnaryOperator<String> property) {
        return switch (resource.type()) {
            case "AWS::S3::Bucket",
                    "AWS::Lambda::Function",
                    "AWS::Events::Rule",
                    "AWS::Logs::LogGroup",
                    "AWS::IAM::Role" -> name;
            case "AWS::SQS::Queue" -> queues + "/" + account.id() + "/" + name;
            case "AWS::SNS::Topic" -> account.arn("sns", name);
            case "AWS::StepFunctions::StateMachine" -> account.arn("states", "stateMachine:" + name);
            case "AWS::Lambda::Version" -> account.arn("lambda", "function:" + property.apply("FunctionName") + ":1");
            case "AWS::Lambda::Alias" ->
                account.arn("lambda", "function:" + property.apply("FunctionName") + ":" + property.apply("Name"));
            case "AWS::Lambda::LayerVersion" -> account.arn("lambda", "layer:" + resource.id() + ":1");
            case "AWS::KMS::Key" -> resource.id();
            case "AWS::ApiGatewayV2::Api" -> apiId(resource);
            case "AWS::ApiGatewayV2::Integration", "AWS::ApiGatewayV2::Route" -> resource.id();
            case "AWS::ApiGatewayV2::Stage" -> property.apply("StageName");
            default ->
                throw new Unsupported("The embedded cloud cannot say what a Ref to " + resource.id() + " ("
                        + resource.type() + ") is.");
        };
    }

    String attribute(Resource resource, String name, String attribute) {
        return switch (resource.type() + " " + attribute) {
            case "AWS::S3::Bucket Arn" -> "arn:aws:s3:::" + name;
            case "AWS::SQS::Queue Arn" -> account.arn("sqs", name);
            case "AWS::SNS::Topic TopicArn" -> account.arn("sns", name);
            case "AWS::Lambda::Function Arn" -> account.arn("lambda", "function:" + name);
            case "AWS::Lambda::Version Version" -> "1";
            case "AWS::Events::Rule Arn" -> account.arn("events", "rule/" + name);
            case "AWS::StepFunctions::StateMachine Arn" -> account.arn("states", "stateMachine:" + name);
            case "AWS::Logs::LogGroup Arn" -> account.arn("logs", "log-group:" + name + ":*");
            case "AWS::IAM::Role Arn" -> "arn:aws:iam::" + account.id() + ":role/" + name;
            case "AWS::KMS::Key Arn" -> account.arn("kms", "key/" + name);
            case "AWS::SQS::Queue QueueName", "AWS::SNS::Topic TopicName", "AWS::StepFunctions::StateMachine Name" ->
                name;
            case "AWS::ApiGatewayV2::Api ApiId" -> apiId(resource);
            case "AWS::ApiGatewayV2::Api ApiEndpoint" -> gateway.toString();
            case "AWS::SQS::Queue QueueUrl" -> queues + "/" + account.id() + "/" + name;
            default ->
                throw new Unsupported("The embedded cloud does not know the attribute " + attribute + " of "
                        + resource.id() + " (" + resource.type() + ").");
        };
    }
}
