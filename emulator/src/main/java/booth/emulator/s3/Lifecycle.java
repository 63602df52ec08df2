package booth.emulator.s3;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Forgets what the rules of the buckets say is to be forgotten: at the start and then every hour, where S3 looks daily. */
final class Lifecycle implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);
    private static final int PAGE = 1000;

    /** How many of each are gone. */
    record Swept(int objects, int uploads) {
        private Swept plus(Swept other) {
            return new Swept(objects + other.objects, uploads + other.uploads);
        }
    }

    private final EventfulBlobStore store;
    private final InstantSource clock;
    private final List<LifecycleRule> rules = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "s3-lifecycle");
        thread.setDaemon(true);
        return thread;
    });

    Lifecycle(EventfulBlobStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    void add(LifecycleRule rule) {
        rules.add(rule);
    }

    /** Sweeps now and every hour, on a thread of its own. */
    void start() {
        sweeper.scheduleWithFixedDelay(this::sweepAndTell, 0, 1, TimeUnit.HOURS);
    }

    private void sweepAndTell() {
        try {
            Swept swept = sweep();
            LOG.info("Expired: {} objects and {} uploads that nobody completed", swept.objects, swept.uploads);
        } catch (AwsServiceException | UncheckedIOException e) { // the next sweep finds what this one left
            LOG.error("What has expired could not all be deleted: {}", e.getMessage());
        }
    }

    Swept sweep() {
        Swept swept = new Swept(0, 0);
        for (String bucket : rules.stream().map(LifecycleRule::bucket).collect(Collectors.toSet()))
            swept = swept.plus(sweep(bucket, clock.instant()));
        return swept;
    }

    private Swept sweep(String bucket, Instant now) {
        List<LifecycleRule> its =
                rules.stream().filter(rule -> rule.bucket().equals(bucket)).toList();
        int objects = 0;
        for (String key : expired(bucket, its, now))
            if (store.expire(bucket, key, written -> isExpired(its, key, written, now))) objects++;
        return new Swept(objects, giveUp(bucket, its, now));
    }

    /** All of them before the first is deleted, for pages of a list shift when something before them goes. */
    private List<String> expired(String bucket, List<LifecycleRule> its, Instant now) {
        Stream.Builder<S3Object> all = Stream.builder();
        Optional<String> next = Optional.empty();
        do {
            ListObjectsV2Request.Builder list =
                    ListObjectsV2Request.builder().bucket(bucket).maxKeys(PAGE);
            next.ifPresent(list::continuationToken);
            ListObjectsV2Response page = store.list(list.build());
            page.contents().forEach(all);
            next = Optional.ofNullable(page.nextContinuationToken());
        } while (next.isPresent());
        return all.build()
                .filter(object -> isExpired(its, object.key(), object.lastModified(), now))
                .map(S3Object::key)
                .toList();
    }

    private static boolean isExpired(List<LifecycleRule> its, String key, Instant written, Instant now) {
        return its.stream().anyMatch(rule -> rule.expires(key, written, now));
    }

    private int giveUp(String bucket, List<LifecycleRule> its, Instant now) {
        var begun = store.listMultipartUploads(bucket).stream()
                .filter(upload -> upload.initiated() != null
                        && its.stream().anyMatch(rule -> rule.givesUp(upload.key(), upload.initiated(), now)))
                .toList();
        begun.forEach(upload -> store.abortMultipartUpload(new MultipartUpload(
                upload.uploadId(),
                CreateMultipartUploadRequest.builder()
                        .bucket(bucket)
                        .key(upload.key())
                        .build())));
        return begun.size();
    }

    @Override
    public void close() {
        sweeper.shutdownNow();
    }
}
