package booth.api.legacy;

import booth.http.Call;
import booth.http.JsonBody;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;

/**
 * What existing clients send to have pictures made.
 *
 * @param requestId the client's correlation id
 * @param bucket is not looked at: there is one bucket for photos
 * @param key as {@code /upload} gave it
 * @param id reaches the names of the pictures; without one the file's name does
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record PhotoOrder(String requestId, Optional<String> bucket, String key, Optional<String> id) {
    PhotoOrder {
        id = id.filter(name -> !name.isEmpty());
    }

    static PhotoOrder of(Call call) {
        return JsonBody.read(call.request().body(), PhotoOrder.class);
    }
}
