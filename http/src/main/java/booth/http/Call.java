package booth.http;

import booth.core.Refused;
import booth.core.job.JobId;
import java.util.Map;
import java.util.Optional;

/**
 * A request that has found its route.
 *
 * @param path the parameters of the route's path
 */
public record Call(Request request, Map<String, String> path) {
    /** @throws Refused {@code NO_SUCH_JOB} also for what cannot be the id of any */
    public JobId job() {
        return Optional.ofNullable(path.get("id"))
                .filter(JobId::isOne)
                .map(JobId::new)
                .orElseThrow(NoSuchJob::refused);
    }
}
