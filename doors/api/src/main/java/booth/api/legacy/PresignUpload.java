package booth.api.legacy;

import booth.aws.Uploads;
import booth.core.access.BoothKey;
import booth.core.function.JsonLog;
import booth.core.job.JobId;
import booth.core.job.JobRequest;
import booth.core.job.ObjectStore;
import booth.http.Answer;
import booth.http.Call;
import booth.http.JsonBody;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * {@code /upload}: where an existing client may PUT a file. For a photo a job is opened that is held, because what is
 * wanted of it is said only when its pictures are asked for ({@link LegacyOrders}); any other file is an image, too, and belongs to
 * no job: nothing reads it. Either way the key holds 128 random bits, so equal file names never meet, and what is sent
 * without a booth's key is counted ({@link DailyPhotos}).
 */
public final class PresignUpload {
    private static final String PHOTO = "photo";

    /**
     * @param type {@code photo}, or anything else for other files
     * @param contentLength in bytes, where the client knows it; S3 itself then refuses any other
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Body(String type, String filename, String contentType, Optional<Long> contentLength) {}

    /** @param expires seconds */
    record Place(
            @JsonProperty("Bucket") String bucket,
            @JsonProperty("Key") String key,
            @JsonProperty("Expires") long expires,
            @JsonProperty("ContentType") String contentType,
            @JsonProperty("UploadURL") URI uploadUrl) {}

    private final Uploads uploads;
    private final DailyPhotos daily;

    /**
     * @param store the jobs bucket, where photos without a key are counted
     * @param dailyPhotos how many of those a day are taken
     */
    public PresignUpload(Uploads uploads, ObjectStore store, int dailyPhotos, JsonLog log, InstantSource clock) {
        this.uploads = uploads;
        this.daily = new DailyPhotos(store, dailyPhotos, log, clock);
    }

    public Answer presign(Call call, Optional<BoothKey> key) {
        Body body = JsonBody.read(call.request().body(), Body.class);
        body.contentLength().ifPresent(Uploads::requireLength);
        JobRequest request = request(body, key);
        request.requireNew();
        if (key.isEmpty()) daily.take();
        String object = body.type().equals(PHOTO)
                ? uploads.hold(request).keys().upload()
                : "docs/" + JobId.random() + "/" + body.filename();
        return Answer.json(
                200,
                Envelope.of(new Place(
                        uploads.bucket(),
                        object,
                        Uploads.VALID.toSeconds(),
                        body.contentType(),
                        uploads.sign(object, body.contentType(), body.contentLength()))));
    }

    /** What is demanded of a photo is demanded of other files, too. */
    private static JobRequest request(Body body, Optional<BoothKey> key) {
        return new JobRequest(
                body.filename(),
                body.contentType(),
                Optional.empty(),
                Optional.empty(),
                key.map(BoothKey::booth).orElse(LegacyOrders.BOOTH),
                List.of());
    }
}
