package booth.api;

import booth.core.JobId;
import booth.core.Refused;
import java.util.Map;
import java.util.Optional;

/**
 * A request that has found its route.
 *
 * @param path the parameters of the route's path
 */
record Call(Request request, Map<String, String> path) {
    /** @throws Refused {@code NO_SUCH_JOB} also for what cannot be the id of any */
    JobId job() {
        return Optional.ofNullable(path.get("id"))
                .filter(JobId::isOne)
                .map(JobId::new)
                .orElseThrow(Jobless::refused);
    }
}
