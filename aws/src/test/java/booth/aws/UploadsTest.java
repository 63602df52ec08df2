package booth.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.image.Photo;
import booth.core.job.InMemoryObjectStore;
import booth.core.job.Job;
import booth.core.job.JobRequest;
import booth.core.job.Jobs;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

class UploadsTest {
    private static final JobRequest PHOTO =
            new JobRequest("face.jpg", "image/jpeg", Optional.empty(), Optional.empty(), "hall", List.of());

    private final InMemoryObjectStore store = new InMemoryObjectStore();
    private final Uploads uploads = new Uploads(
            new Jobs(store),
            S3Presigner.builder()
                    .region(Region.US_EAST_1)
                    .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
                    .build(),
            "uploads",
            () -> Instant.parse("2026-11-21T10:00:00Z"));

    @Test
    void typeAndLengthAreSignedForFiveMinutes() {
        Uploads.Upload upload = uploads.open(PHOTO, 1000);

        assertThat(upload.method()).isEqualTo("PUT");
        assertThat(upload.url().getPath()).endsWith("/photo/" + upload.jobId() + "/face.jpg");
        assertThat(upload.url().getRawQuery())
                .contains("X-Amz-Expires=300", "X-Amz-SignedHeaders=content-length%3Bcontent-type%3Bhost");
        assertThat(upload.headers())
                .containsOnlyKeys("content-length", "content-type")
                .containsEntry("content-length", "1000");
    }

    @Test
    void aJobOfUnknownLengthTakesAny() {
        Job job = uploads.open(PHOTO, Optional.empty());

        assertThat(uploads.sign(job, Optional.empty()).headers()).containsOnlyKeys("content-type");
    }

    @Test
    void whatIsTooLargeOrEmptyOpensNoJob() {
        assertThatThrownBy(() -> uploads.open(PHOTO, Photo.MAX_BYTES + 1)).hasMessageStartingWith("PHOTO_TOO_LARGE");
        assertThatThrownBy(() -> uploads.open(PHOTO, Optional.of(0L))).hasMessageStartingWith("EMPTY_PHOTO");
        assertThat(store.list("")).isEmpty();
    }
}
