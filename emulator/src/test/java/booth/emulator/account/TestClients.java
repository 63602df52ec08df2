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
    public static final AwsCredentialsProvider CREDENTIALS = credentials(TestAccount.LOCAL);

    private TestClients() {}

    public static AwsCredentialsProvider credentials(Account account) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(account.accessKey(), account.secretKey()));
    }

    public static URI endpoint(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Of {@link TestAccount#LOCAL}. */
    public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C of(B builder, int port) {
        return of(builder, TestAccount.LOCAL, port);
    }

    public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C of(
            B builder, Account account, int port) {
        return Clients.build(
                builder.endpointOverride(endpoint(port))
                        .region(Region.of(account.region()))
                        .credentialsProvider(credentials(account)),
                Duration.ofSeconds(30));
    }
}
