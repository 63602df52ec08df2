package booth.cli.stack;

import booth.aws.Clients;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * How the AWS services behind a stack are called. What is given here wins; what is not is looked up where every AWS tool looks:
 * environment, profile, instance.
 *
 * @param profile a named profile, whose credentials win over those of the environment
 * @param endpoints of services by the SDK's names in lower case ({@code s3}); under {@code ""} that of all others
 */
public record AwsConnection(
        Optional<String> profile,
        Optional<String> region,
        Map<String, URI> endpoints,
        Optional<AwsCredentialsProvider> credentials) {
    private static final Duration ATTEMPT = Duration.ofSeconds(30);
    private static final String ALL = "";
    private static final String ENDPOINT_PROPERTY = "aws.endpointUrl";

    public AwsConnection {
        endpoints = Map.copyOf(endpoints);
    }

    static AwsConnection ofTheSdk() {
        return new AwsConnection(Optional.empty(), Optional.empty(), Map.of(), Optional.empty());
    }

    /** As given on the command line. */
    static AwsConnection of(Optional<String> profile, Optional<String> region, Optional<URI> endpoint) {
        return new AwsConnection(
                profile,
                region,
                endpoint.map(url -> Map.of(ALL, url)).orElse(Map.of()),
                profile.map(ProfileCredentialsProvider::create));
    }

    /** As the embedded cloud writes it into its outputs file: by the names of the SDK's system properties. */
    static AwsConnection ofProperties(Map<String, String> properties) {
        Map<String, URI> endpoints = properties.entrySet().stream()
                .filter(property -> property.getKey().startsWith(ENDPOINT_PROPERTY))
                .collect(java.util.stream.Collectors.toMap(
                        property -> property.getKey()
                                .substring(ENDPOINT_PROPERTY.length())
                                .toLowerCase(Locale.ROOT),
                        property -> URI.create(property.getValue())));
        Optional<AwsCredentialsProvider> credentials = Optional.ofNullable(properties.get("aws.accessKeyId"))
                .flatMap(id -> Optional.ofNullable(properties.get("aws.secretAccessKey"))
                        .<AwsCredentialsProvider>map(
                                secret -> StaticCredentialsProvider.create(AwsBasicCredentials.create(id, secret))))
                .or(() -> Optional.ofNullable(properties.get("aws.sharedCredentialsFile"))
                        .map(file -> keptIn(Path.of(file))));
        return new AwsConnection(
                Optional.empty(), Optional.ofNullable(properties.get("aws.region")), endpoints, credentials);
    }

    /** Whatever profile the environment names: this file has one. */
    private static AwsCredentialsProvider keptIn(Path file) {
        return ProfileCredentialsProvider.builder()
                .profileName("default")
                .profileFile(() -> ProfileFile.builder()
                        .content(file)
                        .type(ProfileFile.Type.CREDENTIALS)
                        .build())
                .build();
    }

    /** What is given here, and {@code other} where nothing is. An endpoint given here is that of every service. */
    AwsConnection or(AwsConnection other) {
        return new AwsConnection(
                profile.or(other::profile),
                region.or(other::region),
                endpoints.isEmpty() ? other.endpoints : endpoints,
                credentials.or(other::credentials));
    }

    /** The same account in another region. */
    public AwsConnection in(String other) {
        return new AwsConnection(profile, Optional.of(other), endpoints, credentials);
    }

    /** @param service the SDK's name of it in lower case, {@code s3}, {@code sqs}, {@code sfn} */
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(String service, B builder) {
        return client(service, builder, more -> {});
    }

    /** @param more what this client does differently */
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
            String service, B builder, Consumer<ClientOverrideConfiguration.Builder> more) {
        endpoint(service).ifPresent(builder::endpointOverride);
        region.map(Region::of).ifPresent(builder::region);
        credentials.ifPresent(builder::credentialsProvider);
        return Clients.build(builder, ATTEMPT, override -> {
            profile.ifPresent(override::defaultProfileName);
            more.accept(override);
        });
    }

    public S3Client s3() {
        return client("s3", S3Client.builder().forcePathStyle(endpoint("s3").isPresent()));
    }

    public S3Presigner presigner() {
        S3Presigner.Builder builder = S3Presigner.builder()
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(endpoint("s3").isPresent())
                        .build());
        endpoint("s3").ifPresent(builder::endpointOverride);
        region.map(Region::of).ifPresent(builder::region);
        credentials.ifPresent(builder::credentialsProvider);
        return builder.build();
    }

    private Optional<URI> endpoint(String service) {
        return Stream.of(service, ALL)
                .flatMap(name -> Optional.ofNullable(endpoints.get(name)).stream())
                .findFirst();
    }

    /** For a sentence: {@code http://127.0.0.1:4700}, {@code region us-west-2}, {@code profile prod}. */
    @Override
    public String toString() {
        return endpoint(ALL)
                .map(URI::toString)
                .or(() -> profile.map(name -> "profile " + name))
                .or(() -> region.map(name -> "region " + name))
                .orElse("this AWS account");
    }
}
