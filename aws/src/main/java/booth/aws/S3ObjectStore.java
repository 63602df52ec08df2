package booth.aws;

import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.ObjectStore;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Jobs in an S3 bucket; the versions are ETags, the conditions S3's own. */
public final class S3ObjectStore implements ObjectStore {
    private static final Duration ATTEMPT = Duration.ofSeconds(10);
    /** Of no job: ids are random. */
    private static final String NEVER = JobKeys.frame(new JobId("0".repeat(32)));

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;

    private final S3Client s3;
    private final String bucket;

    /** The bucket of that name, through a client of its own. */
    public static S3ObjectStore open(String bucket) {
        return new S3ObjectStore(Clients.build(S3Client.builder(), ATTEMPT), bucket);
    }

    public S3ObjectStore(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    /** Reads an object that never is, and replaces it if it has changed: two requests that change nothing. */
    @Override
    public void prime() {
        answered(() -> find(NEVER));
        answered(() -> replace(NEVER, new byte[1], "\"never\""));
    }

    /** Whatever S3 answers; that this function may not do it, too. */
    private static void answered(Runnable request) {
        try {
            request.run();
        } catch (S3Exception e) {
            return; // a no is an answer, too
        }
    }

    @Override
    public Optional<Stored> find(String key) {
        return find(key, Long.MAX_VALUE);
    }

    @Override
    public Optional<Stored> find(String key, long maxBytes) {
        try {
            Supplier<Stored> found = RetryableErrors.asBusy(() -> s3.getObject(
                    get -> get.bucket(bucket).key(key), (object, bytes) -> read(key, object, bytes, maxBytes)));
            return Optional.of(found.get());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    /** Whatever is thrown in here the client takes for trouble with the network, so TooLarge is handed out instead. */
    private static Supplier<Stored> read(
            String key, GetObjectResponse object, AbortableInputStream body, long maxBytes) {
        if (object.contentLength() > maxBytes) {
            body.abort(); // closing would download the rest
            return () -> {
                throw new TooLarge(key, object.contentLength(), maxBytes);
            };
        }
        try {
            Stored stored = new Stored(body.readAllBytes(), object.eTag());
            return () -> stored;
        } catch (IOException e) {
            throw RetryableException.create("The connection broke while " + key + " was being read", e);
        }
    }

    @Override
    public Optional<Head> head(String key) {
        try {
            HeadObjectResponse object = RetryableErrors.asBusy(
                    () -> s3.headObject(head -> head.bucket(bucket).key(key)));
            return Optional.of(new Head(object.contentLength(), object.eTag()));
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND) return Optional.empty();
            throw e;
        }
    }

    @Override
    public void write(String key, byte[] bytes) {
        RetryableErrors.asBusy(() -> s3.putObject(put(key).build(), RequestBody.fromBytes(bytes)));
    }

    @Override
    public boolean create(String key, byte[] bytes) {
        return wrote(() -> s3.putObject(put(key).ifNoneMatch("*").build(), RequestBody.fromBytes(bytes)));
    }

    @Override
    public boolean replace(String key, byte[] bytes, String version) {
        return wrote(() -> s3.putObject(put(key).ifMatch(version).build(), RequestBody.fromBytes(bytes)));
    }

    @Override
    public boolean exists(String key) {
        return head(key).isPresent();
    }

    @Override
    public List<Entry> list(String prefix) {
        return RetryableErrors.asBusy(
                () -> s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix)).contents().stream()
                        .map(S3ObjectStore::entry)
                        .toList());
    }

    @Override
    public List<Entry> list(String prefix, String after, int limit) {
        return RetryableErrors.asBusy(
                () -> s3
                        .listObjectsV2(list -> list.bucket(bucket)
                                .prefix(prefix)
                                .startAfter(after)
                                .maxKeys(limit))
                        .contents()
                        .stream()
                        .map(S3ObjectStore::entry)
                        .toList());
    }

    private static Entry entry(S3Object object) {
        return new Entry(object.key(), object.size(), object.lastModified());
    }

    @Override
    public void delete(String key) {
        RetryableErrors.asBusy(
                () -> s3.deleteObject(delete -> delete.bucket(bucket).key(key)));
    }

    private PutObjectRequest.Builder put(String key) {
        return PutObjectRequest.builder().bucket(bucket).key(key).contentType(ObjectStore.contentType(key));
    }

    /** 412: the condition did not hold; 409: another writer was at it at the same moment; 404: nothing to replace. */
    private static boolean wrote(Supplier<?> put) {
        try {
            RetryableErrors.asBusy(put);
            return true;
        } catch (S3Exception e) {
            if (e.statusCode() == PRECONDITION_FAILED || e.statusCode() == CONFLICT || e.statusCode() == NOT_FOUND)
                return false;
            throw e;
        }
    }
}
