package booth.api.jobs;

import booth.core.access.BoothKey;
import booth.core.job.Callback;
import booth.core.job.JobRequest;
import booth.core.job.Look;
import booth.core.job.LookChoice;
import booth.core.job.Seed;
import booth.core.job.Subject;
import java.util.List;
import java.util.Optional;

/**
 * The body of {@code createJob}.
 *
 * @param booth may be said, but only the key's own
 * @param callbackUrl is told how the job ended, signed with the key's webhook secret
 * @param seed of all its pictures
 * @param look what is made of the photo
 * @param subject who stays sharp in a portrait
 * @param masks names or tags of masks
 */
record NewJob(
        String filename,
        String contentType,
        Optional<Long> contentLength,
        Optional<String> id,
        Optional<String> requestId,
        Optional<String> booth,
        Optional<List<String>> prompts,
        Optional<String> callbackUrl,
        Optional<Long> seed,
        Optional<Look> look,
        Optional<Subject> subject,
        Optional<String> masks) {
    JobRequest request(BoothKey key) {
        return new JobRequest(
                filename,
                contentType,
                id,
                requestId,
                key.booth(),
                prompts.orElse(List.of()),
                Optional.empty(),
                callbackUrl.map(url -> new Callback(url, key.id())),
                seed.map(Seed::new),
                new LookChoice(look, subject, masks));
    }
}
