package booth.aws;

import java.time.Duration;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.StandardRetryStrategy;

/**
 * How every client is set up: the JDK's own HTTP client (nothing else starts as fast in a Lambda), one
 * retry inside the SDK, and a bound on every attempt. Region, credentials and endpoints come from where the SDK always
 * takes them, so {@code AWS_ENDPOINT_URL*} is all that differs between two clouds.
 */
public final class Clients {
    private Clients() {}

    /**
     * @param builder e.g. {@code S3Client.builder()}
     * @param attempt how long one attempt may take
     */
    public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(
            B builder, Duration attempt) {
        return build(builder, attempt, override -> {});
    }

    /** @param more what this client does differently, e.g. the profile it belongs to */
    public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(
            B builder, Duration attempt, Consumer<ClientOverrideConfiguration.Builder> more) {
        return builder.httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(2))
                        .socketTimeout(attempt))
                .overrideConfiguration(override -> override.addExecutionInterceptor(new NoExpectContinue())
                        .apiCallAttemptTimeout(attempt)
                        .retryStrategy(
                                StandardRetryStrategy.builder().maxAttempts(2).build())
                        .applyMutation(more))
                .build();
    }
}
