package booth.emulator;

import booth.emulator.account.Account;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The clients with which the cloud's own parts call each other. They take their endpoint when they call, because they are
 * built before the servers they call have a port.
 */
final class Clients implements AutoCloseable {
    /** Lambda's own limit for an invocation, and a little. */
    private static final Duration INVOCATION = Duration.ofMinutes(16);
    /** A long poll takes 20 s. */
    private static final Duration POLL = Duration.ofSeconds(30);

    private final AwsCredentialsProvider credentials;
    private final Region region;
    private final SqsClient sqs;
    private final LambdaClient lambda;
    private final SnsClient sns;

    /** @param lambda where functions are when one is called; queues and topics likewise */
    Clients(Account account, Supplier<URI> lambda, Supplier<URI> sqs, Supplier<URI> sns) {
        this.credentials =
                StaticCredentialsProvider.create(AwsBasicCredentials.create(account.accessKey(), account.secretKey()));
        this.region = Region.of(account.region());
        this.sqs = build(SqsClient.builder().endpointProvider(call -> at(sqs)), POLL);
        this.lambda = build(LambdaClient.builder().endpointProvider(call -> at(lambda)), INVOCATION);
        this.sns = build(SnsClient.builder().endpointProvider(call -> at(sns)), POLL);
    }

    SqsClient sqs() {
        return sqs;
    }

    LambdaClient lambda() {
        return lambda;
    }

    SnsClient sns() {
        return sns;
    }

    private static CompletableFuture<Endpoint> at(Supplier<URI> url) {
        return CompletableFuture.completedFuture(
                Endpoint.builder().url(url.get()).build());
    }

    /** Without retries of their own: whoever calls has rules for that. */
    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(B builder, Duration attempt) {
        return builder.region(region)
                .credentialsProvider(credentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(attempt))
                .overrideConfiguration(override -> override.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .build();
    }

    @Override
    public void close() {
        sqs.close();
        lambda.close();
        sns.close();
    }
}
