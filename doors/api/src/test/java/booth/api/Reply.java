package booth.api;

import booth.core.job.JobId;
import booth.http.Contract;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** What came back, read as tests like to. */
record Reply(int status, Map<String, String> headers, String body) {
    JsonNode json() {
        return Contract.parse(body);
    }

    /** @param pointer e.g. {@code /upload/url} */
    String at(String pointer) {
        return json().at(pointer).asText();
    }

    String code() {
        return at("/code");
    }

    JobId job() {
        return new JobId(at("/jobId"));
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }
}
