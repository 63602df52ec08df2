package booth.api.legacy;

import booth.api.http.Answer;
import booth.api.http.Call;
import booth.api.http.JsonBody;
import booth.aws.Uploads;
import booth.core.Refused;
import booth.core.access.BoothKey;
import booth.core.job.JobId;
import booth.core.job.JobRequest;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code /upload}: where an existing client may PUT a file. For a photo a job is opened that is held, because what is
 * wanted of it is said only when its pictures are asked for ({@link LegacyOrders}); any other file belongs to no job. Either
 * way the key holds 128 random bits, so equal file names never meet.
 */
public final class PresignUpload {
    private static final String PHOTO = "photo";
    private static final Pattern MEDIA_TYPE = Pattern.compile("[\\w.+-]{1,60}/[\\w.+-]{1,120}(; ?[\\w-]+=[\\w.-]+)?");

    /** @param type {@code photo}, or anything else for other files */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Body(String type, String filename, String contentType) {}

    /** @param expires seconds */
    record Place(
            @JsonProperty("Bucket") String bucket,
            @JsonProperty("Key") String key,
            @JsonProperty("Expires") long expires,
            @JsonProperty("ContentType") String contentType,
            @JsonProperty("UploadURL") URI uploadUrl) {}

    private final Uploads uploads;

    public PresignUpload(Uploads uploads) {
        this.uploads = uploads;
    }

    public Answer presign(Call call, Optional<BoothKey> key) {
        Body body = JsonBody.read(call.request().body(), Body.class);
        String object = body.type().equals(PHOTO) ? photo(body, key) : other(body);
        return Answer.json(
                200,
                Envelope.of(new Place(
                        uploads.bucket(),
                        object,
                        Uploads.VALID.toSeconds(),
                        body.contentType(),
                        uploads.sign(object, body.contentType()))));
    }

    private String photo(Body body, Optional<BoothKey> key) {
        JobRequest request = new JobRequest(
                body.filename(),
                body.contentType(),
                Optional.empty(),
                Optional.empty(),
                key.map(BoothKey::booth).orElse(LegacyOrders.BOOTH),
                List.of());
        return uploads.hold(request).keys().upload();
    }

    private static String other(Body body) {
        JobRequest.requireFilename(body.filename());
        if (!MEDIA_TYPE.matcher(body.contentType()).matches())
            throw new Refused(
                    "UNSUPPORTED_TYPE",
                    "'contentType' must be a media type such as text/plain, not '" + body.contentType() + "'.");
        return "docs/" + JobId.random() + "/" + body.filename();
    }
}
