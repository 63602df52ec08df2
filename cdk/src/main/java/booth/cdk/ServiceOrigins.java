package booth.cdk;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.cloudfront.AllowedMethods;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.Function;
import software.amazon.awscdk.services.cloudfront.FunctionAssociation;
import software.amazon.awscdk.services.cloudfront.FunctionCode;
import software.amazon.awscdk.services.cloudfront.FunctionEventType;
import software.amazon.awscdk.services.cloudfront.FunctionRuntime;
import software.amazon.awscdk.services.cloudfront.OriginRequestPolicy;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.HttpOrigin;
import software.constructs.Construct;

/**
 * Leads the operators' page to AWS's services: Step Functions has no CORS and so answers no page of another host. Requests
 * are passed on as they come, signed for the service's own host and path by whoever has the right to; nothing is added
 * here that would give anybody a right.
 */
final class ServiceOrigins extends Construct {
    /** In front of the services' names, as {@code /config.json} tells. */
    static final String PATH = "/aws";

    private static final List<String> SERVICES = List.of("states", "sqs", "logs");
    /** Signatures cover the path, and these services know one alone. */
    private static final String TO_THE_ROOT =
            "function handler(event) { event.request.uri = '/'; return event.request; }";

    private final Function toTheRoot;

    ServiceOrigins(Construct scope, String id) {
        super(scope, id);
        toTheRoot = Function.Builder.create(this, "ToTheRoot")
                .comment("AWS's services answer at the root.")
                .runtime(FunctionRuntime.JS_2_0)
                .code(FunctionCode.fromInline(TO_THE_ROOT))
                .build();
    }

    /** By path. */
    Map<String, BehaviorOptions> behaviors() {
        return SERVICES.stream().map(service -> PATH + "/" + service).collect(toMap(identity(), this::behavior));
    }

    private BehaviorOptions behavior(String path) {
        String service = path.substring(path.lastIndexOf('/') + 1);
        return BehaviorOptions.builder()
                .origin(new HttpOrigin(service + "." + Aws.REGION + ".amazonaws.com"))
                .viewerProtocolPolicy(ViewerProtocolPolicy.HTTPS_ONLY)
                .allowedMethods(AllowedMethods.ALLOW_ALL)
                .cachePolicy(CachePolicy.CACHING_DISABLED)
                .originRequestPolicy(OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER)
                .functionAssociations(List.of(FunctionAssociation.builder()
                        .eventType(FunctionEventType.VIEWER_REQUEST)
                        .function(toTheRoot)
                        .build()))
                .build();
    }
}
