package booth.api;

import booth.core.JobRequest;
import java.util.List;
import java.util.Optional;

/**
 * The body of {@code createJob}.
 *
 * @param booth may be said, but only the key's own
 */
record NewJob(
        String filename,
        String contentType,
        Optional<Long> contentLength,
        Optional<String> id,
        Optional<String> requestId,
        Optional<String> booth,
        Optional<List<String>> prompts) {
    JobRequest request(String owner) {
        return new JobRequest(filename, contentType, id, requestId, owner, prompts.orElse(List.of()));
    }
}
