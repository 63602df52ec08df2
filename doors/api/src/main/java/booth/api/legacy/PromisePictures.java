package booth.api.legacy;

import booth.core.Json;
import booth.core.access.BoothKey;
import booth.core.job.Job;
import booth.core.job.JobKeys;
import booth.core.job.JobLinks;
import booth.core.job.PictureMode;
import booth.core.job.Status;
import booth.http.Answer;
import booth.http.Call;
import booth.http.Problems;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * {@code /photo-api}: answers at once with the links under which the pictures will be, and that of the photo. Until they
 * are there S3 says 403 or 404. A
 * call that is repeated after the job has come to nothing learns that.
 */
public final class PromisePictures {
    /** @param urlGenerated a JSON array inside a string */
    record Promise(
            @JsonProperty("url_original") String urlOriginal,
            @JsonProperty("url_generated") String urlGenerated) {}

    private final LegacyOrders orders;
    private final JobLinks link;

    public PromisePictures(LegacyOrders orders, JobLinks link) {
        this.orders = orders;
        this.link = link;
    }

    public Answer promise(Call call, Optional<BoothKey> key) {
        Job job = orders.take(PhotoOrder.of(call), PictureMode.TOGETHER);
        if (job.status().ended() && job.status() != Status.SUCCEEDED && job.status() != Status.PARTIAL)
            return Problems.ofEnd(job.status(), job.error(), call.request());
        Promise promise = new Promise(
                link.photo(job).orElseGet(() -> link.apply(JobKeys.frame(job.jobId()))),
                Json.text(job.keys().pictures().stream().map(link).toList()));
        return Answer.json(200, Envelope.ofText(promise));
    }
}
