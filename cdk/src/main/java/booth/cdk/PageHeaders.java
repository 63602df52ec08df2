package booth.cdk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudfront.HeadersFrameOption;
import software.amazon.awscdk.services.cloudfront.HeadersReferrerPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseCustomHeader;
import software.amazon.awscdk.services.cloudfront.ResponseCustomHeadersBehavior;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentSecurityPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentTypeOptions;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersFrameOptions;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersReferrerPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersStrictTransportSecurity;
import software.amazon.awscdk.services.cloudfront.ResponseSecurityHeadersBehavior;
import software.constructs.Construct;

/** The headers of {@code doors/web/…/headers.json} as CloudFront adds them, and HTTPS for a year. */
final class PageHeaders extends Construct {
    private static final String HOSTS = "${hosts}";
    private static final String CONTENT_SECURITY = "Content-Security-Policy";
    private static final String PERMISSIONS = "Permissions-Policy";

    private final ResponseHeadersPolicy policy;

    /** @param hosts where pictures are and what else pages talk to */
    PageHeaders(Construct scope, String id, String file, List<String> hosts) {
        super(scope, id);
        Map<String, String> headers = read(file);
        policy = ResponseHeadersPolicy.Builder.create(this, "Policy")
                .securityHeadersBehavior(ResponseSecurityHeadersBehavior.builder()
                        .contentSecurityPolicy(ResponseHeadersContentSecurityPolicy.builder()
                                .contentSecurityPolicy(
                                        value(headers, CONTENT_SECURITY).replace(HOSTS, String.join(" ", hosts)))
                                .override(true)
                                .build())
                        .contentTypeOptions(ResponseHeadersContentTypeOptions.builder()
                                .override(true)
                                .build())
                        .frameOptions(ResponseHeadersFrameOptions.builder()
                                .frameOption(HeadersFrameOption.DENY)
                                .override(true)
                                .build())
                        .referrerPolicy(ResponseHeadersReferrerPolicy.builder()
                                .referrerPolicy(HeadersReferrerPolicy.NO_REFERRER)
                                .override(true)
                                .build())
                        .strictTransportSecurity(ResponseHeadersStrictTransportSecurity.builder()
                                .accessControlMaxAge(Duration.days(365))
                                .override(true)
                                .build())
                        .build())
                .customHeadersBehavior(ResponseCustomHeadersBehavior.builder()
                        .customHeaders(List.of(ResponseCustomHeader.builder()
                                .header(PERMISSIONS)
                                .value(value(headers, PERMISSIONS))
                                .override(true)
                                .build()))
                        .build())
                .build();
    }

    ResponseHeadersPolicy policy() {
        return policy;
    }

    private static String value(Map<String, String> headers, String name) {
        String value = headers.get(name);
        if (value == null) throw new IllegalStateException("headers.json lacks " + name + ".");
        return value;
    }

    private static Map<String, String> read(String file) {
        try {
            return new ObjectMapper().readValue(file, new TypeReference<TreeMap<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("headers.json of doors/web is no JSON object of texts.", e);
        }
    }
}
