package booth.emulator.account;

import booth.aws.Clients;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.regions.Region;

/** SDK clients of a server on this machine. */
public final class TestClients {
    public static final AwsCredentialsProvider CREDENTIALS = StaticCredentialsProvider.create(
            AwsBasicCredentials.create(TestAccount.LOCAL.accessKey(), TestAccount.LOCAL.secretKey()));

    private TestClients() {}

    public static URI endpoint(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C of(B builder, int port) {
        return Clients.build(
                builder.endpointOverride(endpoint(port))
                        .region(Region.of(TestAccount.LOCAL.region()))
                        .credentialsProvider(CREDENTIALS),
                Duration.ofSeconds(30));
    }
}
