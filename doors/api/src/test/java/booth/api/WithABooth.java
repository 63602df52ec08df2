package booth.api;

import booth.core.job.JobId;
import booth.core.job.JobKeys;
import java.util.List;
import java.util.Map;

/** A booth with a key that opens jobs. */
abstract class WithABooth {
    final ApiFixture fixture = new ApiFixture();
    final Map<String, String> hall = fixture.keyOf("hall");

    static List<JobId> ids(booth.core.job.ObjectStore store) {
        return store.list("photo/").stream()
                .flatMap(entry -> JobKeys.jobOf(entry.key()).stream())
                .toList();
    }

    Reply post(String body) {
        return fixture.ask("POST", "/v1/jobs", hall, body);
    }

    Reply post(String body, String idempotencyKey) {
        return fixture.ask("POST", "/v1/jobs", ApiFixture.and(hall, "Idempotency-Key", idempotencyKey), body);
    }
}
