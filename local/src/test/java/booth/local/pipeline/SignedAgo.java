package booth.local.pipeline;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** Signs an upload as it would have been signed a while ago, so that no test waits for it to expire. */
final class SignedAgo {
    private SignedAgo() {}

    /** @param signed a presigned PUT, good for five minutes */
    static URI seconds(int ago, URI signed, String contentType) {
        SdkHttpRequest bare = SdkHttpRequest.builder()
                .method(SdkHttpMethod.PUT)
                .uri(URI.create(signed.toString().replaceFirst("\\?.*", "")))
                .putHeader("Content-Type", contentType)
                .build();
        return AwsV4HttpSigner.create()
                .sign(request -> request.identity(
                                DefaultCredentialsProvider.builder().build().resolveCredentials())
                        .request(bare)
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "s3")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region())
                        .putProperty(AwsV4FamilyHttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, Duration.ofMinutes(5))
                        .putProperty(AwsV4FamilyHttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                        .putProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, false)
                        .putProperty(AwsV4FamilyHttpSigner.NORMALIZE_PATH, false)
                        .putProperty(
                                HttpSigner.SIGNING_CLOCK,
                                Clock.fixed(Instant.now().minusSeconds(ago), ZoneOffset.UTC)))
                .request()
                .getUri();
    }

    private static String region() {
        return DefaultAwsRegionProviderChain.builder().build().getRegion().id();
    }
}
