package booth.local.s3;

import com.google.common.util.concurrent.Striped;
import java.io.InputStream;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.jspecify.annotations.Nullable;
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
 * and tells what was created and removed.
 */
final class EventfulBlobStore extends ForwardingBlobStore {
    /** S3Proxy's own notes about multipart uploads. */
    private static final String BOOKKEEPING = ".s3proxy-mpu-stub-";

    private static final int LOCKS = 1 << 16;

    private final Consumer<ObjectEvent> events;
    private final Striped<Lock> keys = Striped.lazyWeakLock(LOCKS);
    private final AtomicLong clock = new AtomicLong();

    EventfulBlobStore(BlobStore store, Consumer<ObjectEvent> events) {
        super(store);
        this.events = events;
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream payload) {
        return alone(request.bucket(), request.key(), () -> {
            check(request.bucket(), request.key(), request.ifMatch());
            PutObjectResponse response = super.putBlob(request, payload);
            created("Put", request.bucket(), request.key());
            return response;
        });
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        return alone(request.destinationBucket(), request.destinationKey(), () -> {
            CopyObjectResponse response = super.copyBlob(request);
            created("Copy", request.destinationBucket(), request.destinationKey());
            return response;
        });
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
            MultipartUpload upload, CompleteMultipartUploadRequest request) {
        return alone(upload.containerName(), upload.blobName(), () -> {
            check(upload.containerName(), upload.blobName(), request.ifMatch());
            CompleteMultipartUploadResponse response = super.completeMultipartUpload(upload, request);
            created("CompleteMultipartUpload", upload.containerName(), upload.blobName());
            return response;
        });
    }

    @Override
    public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
        return alone(request.bucket(), request.key(), () -> {
            boolean existed = blobExists(request.bucket(), request.key());
            DeleteObjectResponse response = super.removeBlob(request);
            if (existed) tell("ObjectRemoved:Delete", request.bucket(), request.key(), 0, "");
            return response;
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

    private void created(String how, String bucket, String key) {
        HeadObjectResponse object = blobMetadataIfPresent(bucket, key);
        if (object != null) tell("ObjectCreated:" + how, bucket, key, object.contentLength(), unquoted(object.eTag()));
    }

    private void tell(String name, String bucket, String key, long size, String eTag) {
        if (!key.startsWith(BOOKKEEPING))
            events.accept(new ObjectEvent(name, bucket, key, size, eTag, sequencer(), Instant.now()));
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
