package booth.emulator.s3;

import com.google.common.util.concurrent.Striped;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * Writes one key at a time, which makes {@code If-Match} a compare-and-swap (the store under it compares, then writes),
 * and tells what is created and removed. The store writes a file beside the object and renames it, attributes and all, so
 * an object is never half there.
 */
final class EventfulBlobStore extends ForwardingBlobStore {
    /** S3Proxy's own notes about multipart uploads. */
    private static final String BOOKKEEPING = ".s3proxy-mpu-stub-";

    private static final int LOCKS = 1 << 16;

    private static final Logger LOG = LoggerFactory.getLogger(EventfulBlobStore.class);

    private final WriteListener witness;
    private final StoreTrouble trouble;
    private final BooleanSupplier posted;
    private final Striped<Lock> keys = Striped.lazyWeakLock(LOCKS);
    private final AtomicLong clock = new AtomicLong();

    /** @param posted whether the thread that asks writes what a browser posted with a form */
    EventfulBlobStore(BlobStore store, WriteListener witness, StoreTrouble trouble, BooleanSupplier posted) {
        super(store);
        this.posted = posted;
        this.witness = witness;
        this.trouble = trouble;
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream payload) {
        return alone(request.bucket(), request.key(), () -> {
            check(request.bucket(), request.key(), request.ifMatch());
            String how = posted.getAsBoolean() ? "Post" : "Put";
            return created(how, request.bucket(), request.key(), () -> super.putBlob(request, payload));
        });
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        return alone(
                request.destinationBucket(),
                request.destinationKey(),
                () -> created(
                        "Copy", request.destinationBucket(), request.destinationKey(), () -> super.copyBlob(request)));
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
            MultipartUpload upload, CompleteMultipartUploadRequest request) {
        return alone(upload.containerName(), upload.blobName(), () -> {
            check(upload.containerName(), upload.blobName(), request.ifMatch());
            return created(
                    "CompleteMultipartUpload",
                    upload.containerName(),
                    upload.blobName(),
                    () -> super.completeMultipartUpload(upload, request));
        });
    }

    @Override
    public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
        return alone(request.bucket(), request.key(), () -> {
            if (!blobExists(request.bucket(), request.key())) return super.removeBlob(request);
            return witnessed("ObjectRemoved:Delete", request.bucket(), request.key(), () -> super.removeBlob(request));
        });
    }

    /**
     * Deletes an object that has expired, which is an event of a kind of its own.
     *
     * @param stillDue asked with when the object was written; somebody may have written it anew
     * @return whether it is gone
     */
    boolean expire(String bucket, String key, Predicate<Instant> stillDue) {
        return alone(bucket, key, () -> {
            HeadObjectResponse now = blobMetadataIfPresent(bucket, key);
            if (now == null || key.startsWith(BOOKKEEPING) || !stillDue.test(now.lastModified())) return false;
            DeleteObjectRequest request =
                    DeleteObjectRequest.builder().bucket(bucket).key(key).build();
            witnessed("LifecycleExpiration:Delete", bucket, key, () -> super.removeBlob(request));
            return true;
        });
    }

    private <T> T alone(String bucket, String key, Supplier<T> write) {
        Lock lock = keys.get(bucket + '/' + key);
        lock.lock();
        try {
            return write.get();
        } finally {
            lock.unlock();
        }
    }

    private void check(String bucket, String key, @Nullable String ifMatch) {
        if (ifMatch == null) return;
        HeadObjectResponse current = blobMetadataIfPresent(bucket, key);
        if (current == null) throw S3Exceptions.noSuchKey(bucket, key, "");
        if (!ifMatch.equals("*") && !unquoted(ifMatch).equals(unquoted(current.eTag())))
            throw S3Exceptions.preconditionFailed(null);
    }

    private <T> T created(String how, String bucket, String key, Supplier<T> write) {
        return witnessed("ObjectCreated:" + how, bucket, key, write);
    }

    private <T> T witnessed(String name, String bucket, String key, Supplier<T> write) {
        if (key.startsWith(BOOKKEEPING)) return write.get();
        ObjectEvent event = new ObjectEvent(name, bucket, key, 0, "", sequencer(), Instant.now());
        if (!event.created()) return removed(event, write);
        String note = trouble.inS3sWords(event, () -> witness.before(event));
        T response;
        try {
            response = trouble.inS3sWords(event, write);
        } catch (RuntimeException | Error e) {
            witness.never(note);
            throw e;
        }
        current(event).ifPresentOrElse(now -> witness.after(note, now), () -> witness.never(note));
        return response;
    }

    /** A disk on which there is no room for the note is emptied all the same; then there is. */
    private <T> T removed(ObjectEvent event, Supplier<T> write) {
        Optional<String> before = noted(event);
        T response;
        try {
            response = trouble.inS3sWords(event, write);
        } catch (RuntimeException | Error e) {
            before.ifPresent(witness::never);
            throw e;
        }
        before.or(() -> noted(event))
                .ifPresent(note ->
                        current(event).ifPresentOrElse(now -> witness.after(note, now), () -> witness.never(note)));
        return response;
    }

    private Optional<String> noted(ObjectEvent event) {
        try {
            return Optional.of(witness.before(event));
        } catch (UncheckedIOException e) {
            LOG.error("{} of {} is not noted: {}", event.name(), event.key(), e.getMessage());
            return Optional.empty();
        }
    }

    /** The event with what is known of the object; empty when its state says that this has not happened. */
    Optional<ObjectEvent> current(ObjectEvent event) {
        Optional<HeadObjectResponse> object = containerExists(event.bucket())
                ? Optional.ofNullable(blobMetadataIfPresent(event.bucket(), event.key()))
                : Optional.empty();
        if (event.created()) return object.map(is -> event.with(is.contentLength(), unquoted(is.eTag())));
        return object.isPresent() ? Optional.empty() : Optional.of(event);
    }

    /** Microseconds, and always more than the last time. */
    private String sequencer() {
        long now = System.currentTimeMillis() * 1000;
        return String.format(Locale.ROOT, "%016X", clock.updateAndGet(last -> Math.max(last + 1, now)));
    }

    private static String unquoted(@Nullable String eTag) {
        return Optional.ofNullable(eTag).orElse("").replace("\"", "");
    }
}
