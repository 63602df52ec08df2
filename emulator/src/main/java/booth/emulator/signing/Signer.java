package booth.emulator.signing;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.signer.Aws4Signer;
import software.amazon.awssdk.auth.signer.params.Aws4PresignerParams;
import software.amazon.awssdk.auth.signer.params.Aws4SignerParams;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.regions.Region;

/**
 * Signs a request that came in as its sender must have, with the SDK's signer, which keeps the keys it derives. Not with
 * the one that followed it, {@code AwsV4HttpSigner}: that adds a header to every request, {@code x-amz-content-sha256},
 * which other signers than the SDK's own leave out. 30 µs.
 */
@SuppressWarnings("deprecation")
final class Signer {
    /** What presigning adds to the query. */
    private static final Set<String> ADDED = Set.of(
            "X-Amz-Algorithm",
            "X-Amz-Credential",
            "X-Amz-Date",
            "X-Amz-Expires",
            "X-Amz-SignedHeaders",
            "X-Amz-Signature");

    private final Aws4Signer signer = Aws4Signer.create();
    private final AwsBasicCredentials credentials;

    Signer(String accessKey, String secretKey) {
        credentials = AwsBasicCredentials.create(accessKey, secretKey);
    }

    /** Empty where no signer would sign it. */
    Optional<String> signature(Received request, Claim claim) {
        try {
            SdkHttpFullRequest unsigned = unsigned(request, claim);
            if (claim.validFor().isPresent())
                return signer.presign(unsigned, presigning(claim)).firstMatchingRawQueryParameter("X-Amz-Signature");
            return signer.sign(unsigned, signing(claim))
                    .firstMatchingHeader("Authorization")
                    .map(header -> header.substring(header.indexOf("Signature=") + "Signature=".length()));
        } catch (IllegalArgumentException e) { // a method or a host that there cannot be
            return Optional.empty();
        }
    }

    private static SdkHttpFullRequest unsigned(Received request, Claim claim) {
        URI host = URI.create("http://" + request.header("Host").orElse(""));
        SdkHttpFullRequest.Builder unsigned = SdkHttpFullRequest.builder()
                .method(SdkHttpMethod.fromValue(request.method()))
                .protocol("http")
                .host(host.getHost())
                .port(host.getPort() < 0 ? null : host.getPort())
                .encodedPath(request.path())
                .contentStreamProvider(() -> new ByteArrayInputStream(request.body()));
        for (Map.Entry<String, List<String>> parameter : request.parameters().entrySet())
            if (claim.validFor().isEmpty() || !ADDED.contains(parameter.getKey()))
                unsigned.putRawQueryParameter(parameter.getKey(), parameter.getValue());
        for (String name : claim.signedHeaders())
            Optional.ofNullable(request.headers().get(name)).ifPresent(values -> unsigned.putHeader(name, values));
        return unsigned.build();
    }

    private Aws4SignerParams signing(Claim claim) {
        return Aws4SignerParams.builder()
                .awsCredentials(credentials)
                .signingName(claim.service())
                .signingRegion(Region.of(claim.region()))
                .signingClockOverride(Clock.fixed(claim.signedAt(), ZoneOffset.UTC))
                .build();
    }

    private Aws4PresignerParams presigning(Claim claim) {
        return Aws4PresignerParams.builder()
                .awsCredentials(credentials)
                .signingName(claim.service())
                .signingRegion(Region.of(claim.region()))
                .signingClockOverride(Clock.fixed(claim.signedAt(), ZoneOffset.UTC))
                .expirationTime(claim.signedAt().plus(claim.validFor().orElseThrow()))
                .build();
    }
}
