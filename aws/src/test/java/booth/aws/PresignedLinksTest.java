package booth.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

class PresignedLinksTest {
    private static final Map<String, String> EMULATOR = Map.of(
            "aws.endpointUrlS3", "http://127.0.0.1:9000",
            "aws.region", "us-west-2",
            "aws.accessKeyId", "id",
            "aws.secretAccessKey", "secret");

    private final S3Presigner.Builder signer = S3Presigner.builder()
            .region(Region.US_WEST_2)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")));

    @BeforeEach
    void configure() {
        EMULATOR.forEach(System::setProperty);
    }

    @AfterEach
    void restore() {
        EMULATOR.keySet().forEach(System::clearProperty);
    }

    @Test
    void aLinkIsSignedForOneObjectAndExpires() {
        S3Presigner aws = signer.endpointOverride(URI.create("https://s3.us-west-2.amazonaws.com"))
                .build();

        URI link =
                URI.create(new PresignedLinks(aws, "jobs", Duration.ofMinutes(10)).apply("photo/0f/photo_a b_1.jpeg"));

        assertThat(link.getScheme()).isEqualTo("https");
        assertThat(link.getHost()).isEqualTo("jobs.s3.us-west-2.amazonaws.com");
        assertThat(link.getPath()).isEqualTo("/photo/0f/photo_a b_1.jpeg");
        assertThat(link.getQuery()).contains("X-Amz-Expires=600", "X-Amz-Signature=");
    }

    @Test
    void aHostThatIsAnAddressIsAddressedByPath() {
        S3Presigner local =
                signer.endpointOverride(URI.create("http://127.0.0.1:9000")).build();

        assertThat(new PresignedLinks(local, "jobs", Duration.ofMinutes(10)).apply("photo/0f/frame.png"))
                .startsWith("http://127.0.0.1:9000/jobs/photo/0f/frame.png?X-Amz-");
    }

    @Test
    void theEndpointOfTheEmulatorIsHonouredAndAnHourIsTheDefault() {
        assertThat(PresignedLinks.from(new Environment(Map.of("JOBS_BUCKET", "jobs")))
                        .apply("photo/0f/frame.png"))
                .startsWith("http://127.0.0.1:9000/jobs/photo/0f/frame.png?")
                .contains("X-Amz-Expires=3600");
    }

    @Test
    void aLifetimeThatS3WouldRefuseIsRefusedAtTheStart() {
        Environment week = new Environment(Map.of("JOBS_BUCKET", "jobs", "LINK_SECONDS", "604801"));
        Environment word = new Environment(Map.of("JOBS_BUCKET", "jobs", "LINK_SECONDS", "an hour"));

        assertThatThrownBy(() -> PresignedLinks.from(week)).hasMessageContaining("LINK_SECONDS");
        assertThatThrownBy(() -> PresignedLinks.from(word)).hasMessageContaining("LINK_SECONDS");
    }
}
