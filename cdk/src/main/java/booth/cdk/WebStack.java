package booth.cdk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.cloudfront.AllowedMethods;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.Function;
import software.amazon.awscdk.services.cloudfront.FunctionAssociation;
import software.amazon.awscdk.services.cloudfront.FunctionCode;
import software.amazon.awscdk.services.cloudfront.FunctionEventType;
import software.amazon.awscdk.services.cloudfront.FunctionRuntime;
import software.amazon.awscdk.services.cloudfront.HttpVersion;
import software.amazon.awscdk.services.cloudfront.IOrigin;
import software.amazon.awscdk.services.cloudfront.OriginRequestPolicy;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.HttpOrigin;
import software.amazon.awscdk.services.cloudfront.origins.S3BucketOrigin;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.deployment.BucketDeployment;
import software.amazon.awscdk.services.s3.deployment.CacheControl;
import software.amazon.awscdk.services.s3.deployment.Source;
import software.constructs.Construct;

/**
 * The pages: a private bucket behind CloudFront, which leads on to the API, so that pages and API are of one origin and
 * no browser asks beforehand, and so that existing clients, who know their old CDN's host, have one host for everything.
 * A stack of its own, because copying files into a bucket takes a helper of the CDK's that
 * the embedded cloud, which serves the pages itself, has no use for.
 */
final class WebStack extends Stack {
    private static final String VERSION = "/v1/";
    private static final String GARDEN = "/v1/garden/";

    private static final String STREAM = "StreamUrl";
    private static final String TELL_THE_HOST = "function handler(event) {"
            + " event.request.headers['x-forwarded-host'] = {value: event.request.headers.host.value};"
            + " return event.request; }";

    /** @param booth and {@code garden}: the stacks with the APIs */
    WebStack(Construct scope, String id, Artifacts artifacts, PhotoBoothStack booth, GardenStack garden) {
        super(
                scope,
                id,
                StackProps.builder()
                        .description("The photo booth's pages.")
                        .analyticsReporting(false)
                        .build());
        addStackDependency(booth);
        addStackDependency(garden);
        Bucket pages = bucket();
        Distribution distribution = distribution(pages, artifacts, booth, garden);
        BucketDeployment.Builder.create(this, "Files")
                .destinationBucket(pages)
                .sources(List.of(
                        Source.asset(artifacts.pages().toString()), Source.jsonData("config.json", config(booth))))
                .cacheControl(List.of(CacheControl.noCache())) // asked for every time, sent only when it is another
                .build();
        CfnOutput.Builder.create(this, "WebUrl")
                .value("https://" + distribution.getDistributionDomainName())
                .build();
    }

    private Bucket bucket() {
        return Bucket.Builder.create(this, "Pages")
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .encryption(BucketEncryption.S3_MANAGED)
                .enforceSsl(true)
                .removalPolicy(RemovalPolicy.DESTROY)
                .autoDeleteObjects(false)
                .build();
    }

    private Distribution distribution(Bucket pages, Artifacts artifacts, PhotoBoothStack booth, GardenStack garden) {
        var headers = new PageHeaders(this, "Headers", artifacts.pageHeaders(), hosts(booth, garden));
        IOrigin api = new HttpOrigin(host(imported(booth, "ApiUrl")));
        var behaviors = new LinkedHashMap<String, BehaviorOptions>(); // the first that matches answers
        IOrigin gardenApi = new HttpOrigin(host(Fn.importValue(garden.exportOf("ApiUrl"))));
        var tellTheHost = tellTheHost();
        patterns(garden.apiPaths())
                .forEach(path -> behaviors.put(
                        path,
                        api(gardenApi)
                                .functionAssociations(List.of(tellTheHost))
                                .build()));
        behaviors.put(VERSION + "*", api(api).build());
        for (String path : booth.apiPaths()) if (!path.startsWith(VERSION)) behaviors.put(path, api(api).build());
        behaviors.putAll(new ServiceOrigins(this, "ServiceOrigins").behaviors());
        return Distribution.Builder.create(this, "Distribution")
                .comment("The photo booth's pages and API.")
                .defaultRootObject("index.html")
                .httpVersion(HttpVersion.HTTP2_AND_3)
                .defaultBehavior(BehaviorOptions.builder()
                        .origin(S3BucketOrigin.withOriginAccessControl(pages))
                        .viewerProtocolPolicy(ViewerProtocolPolicy.REDIRECT_TO_HTTPS)
                        .cachePolicy(CachePolicy.CACHING_OPTIMIZED)
                        .responseHeadersPolicy(headers.policy())
                        .compress(true)
                        .build())
                .additionalBehaviors(behaviors)
                .build();
    }

    /** As CloudFront has them: one for all below {@code /v1/garden/}, and a star for what changes in a path. */
    static Set<String> patterns(Set<String> paths) {
        return paths.stream()
                .map(path -> path.startsWith(GARDEN) ? GARDEN + "*" : path.replaceAll("\\{.*", "*"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static BehaviorOptions.Builder api(IOrigin api) {
        return BehaviorOptions.builder()
                .origin(api)
                .viewerProtocolPolicy(ViewerProtocolPolicy.HTTPS_ONLY)
                .allowedMethods(AllowedMethods.ALLOW_ALL)
                .cachePolicy(CachePolicy.CACHING_DISABLED)
                .originRequestPolicy(OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER);
    }

    /** The garden answers with whole URLs, and API Gateway needs its own host in the header for it. */
    private FunctionAssociation tellTheHost() {
        return FunctionAssociation.builder()
                .eventType(FunctionEventType.VIEWER_REQUEST)
                .function(Function.Builder.create(this, "TellTheHost")
                        .comment("Under which host the garden is reached.")
                        .runtime(FunctionRuntime.JS_2_0)
                        .code(FunctionCode.fromInline(TELL_THE_HOST))
                        .build())
                .build();
    }

    private static Map<String, Object> config(PhotoBoothStack booth) {
        return new TreeMap<>(Map.of(
                "api",
                "",
                "stream",
                booth.tells(STREAM) ? imported(booth, STREAM) : "",
                "region",
                Aws.REGION,
                "stateMachineArn",
                imported(booth, "StateMachineArn"),
                "stack",
                booth.getStackName(),
                "logGroupPrefix",
                imported(booth, "LogGroupPrefix"),
                "aws",
                Map.of("path", ServiceOrigins.PATH)));
    }

    /** Presigned links name a bucket's host with its region, and in us-east-1 without. */
    private static List<String> hosts(PhotoBoothStack booth, GardenStack garden) {
        String uploads =
                "https://" + NamedBucket.of(booth.getStackName(), "uploads").name();
        String jobs = "https://" + NamedBucket.of(booth.getStackName(), "jobs").name();
        String pictures =
                "https://" + NamedBucket.of(garden.getStackName(), "pictures").name();
        var hosts = new ArrayList<>(List.of(
                uploads + ".s3." + Aws.REGION + ".amazonaws.com",
                jobs + ".s3." + Aws.REGION + ".amazonaws.com",
                pictures + ".s3." + Aws.REGION + ".amazonaws.com",
                uploads + ".s3.amazonaws.com",
                jobs + ".s3.amazonaws.com",
                pictures + ".s3.amazonaws.com"));
        if (booth.tells(STREAM)) hosts.add("wss://" + host(imported(booth, STREAM)));
        return hosts;
    }

    private static String imported(PhotoBoothStack booth, String output) {
        return Fn.importValue(booth.exportOf(output));
    }

    private static String host(String url) {
        return Fn.select(2, Fn.split("/", url));
    }
}
