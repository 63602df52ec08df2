package booth.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.JobRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

class PresignedLinksTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private Instant clock = NOW;
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

        URI link = URI.create(links(aws).apply("photo/0f/photo_a b_1.jpeg"));

        assertThat(link.getScheme()).isEqualTo("https");
        assertThat(link.getHost()).isEqualTo("jobs.s3.us-west-2.amazonaws.com");
        assertThat(link.getPath()).isEqualTo("/photo/0f/photo_a b_1.jpeg");
        assertThat(link.getQuery()).contains("X-Amz-Expires=600", "X-Amz-Signature=");
    }

    @Test
    void aHostThatIsAnAddressIsAddressedByPath() {
        S3Presigner local =
                signer.endpointOverride(URI.create("http://127.0.0.1:9000")).build();

        assertThat(links(local).apply("photo/0f/frame.png"))
                .startsWith("http://127.0.0.1:9000/jobs/photo/0f/frame.png?X-Amz-");
    }

    @Test
    void thePhotoAsItWasSentIsLinkedToForADay() {
        S3Presigner local =
                signer.endpointOverride(URI.create("http://127.0.0.1:9000")).build();
        Job job = Job.awaitingUpload(
                new JobId("0".repeat(32)),
                new JobRequest("me.jpg", "image/jpeg", Optional.empty(), Optional.empty(), "hall", List.of()),
                NOW.minus(Duration.ofHours(23)));

        assertThat(links(local).photo(job))
                .hasValueSatisfying(link -> assertThat(link)
                        .startsWith(
                                "http://127.0.0.1:9000/uploads/" + job.keys().upload() + "?X-Amz-"));

        clock = NOW.plus(Duration.ofHours(1));
        assertThat(links(local).photo(job)).isEmpty();
    }

    private PresignedLinks links(S3Presigner presigner) {
        return new PresignedLinks(presigner, "jobs", "uploads", Duration.ofMinutes(10), () -> clock);
    }

    @Test
    void theEndpointOfTheEmulatorIsHonouredAndAnHourIsTheDefault() {
        assertThat(PresignedLinks.from(new Environment(Map.of("JOBS_BUCKET", "jobs", "UPLOADS_BUCKET", "uploads")))
                        .apply("photo/0f/frame.png"))
                .startsWith("http://127.0.0.1:9000/jobs/photo/0f/frame.png?")
                .contains("X-Amz-Expires=3600");
    }

    @Test
    void aLifetimeThatS3WouldRefuseIsRefusedAtTheStart() {
        Environment week = linksFor("604801");
        Environment word = linksFor("an hour");

        assertThatThrownBy(() -> PresignedLinks.from(week)).hasMessageContaining("LINK_SECONDS");
        assertThatThrownBy(() -> PresignedLinks.from(word)).hasMessageContaining("LINK_SECONDS");
    }

    private static Environment linksFor(String seconds) {
        return new Environment(Map.of("JOBS_BUCKET", "jobs", "UPLOADS_BUCKET", "uploads", "LINK_SECONDS", seconds));
    }
}
