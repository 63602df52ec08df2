package booth.emulator.states;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsResponse;

/** What every integration's result tells of the call itself. */
final class Metadata {
    private Metadata() {}

    static ObjectNode write(AwsResponse response, ObjectNode result) {
        Map<String, List<String>> headers = response.sdkHttpResponse().headers();
        ObjectNode http = result.putObject("SdkHttpMetadata");
        ObjectNode all = http.putObject("AllHttpHeaders");
        headers.forEach((name, values) -> values.forEach(all.putArray(name)::add));
        ObjectNode first = http.putObject("HttpHeaders");
        headers.forEach((name, values) -> first.put(name, values.get(0)));
        http.put("HttpStatusCode", response.sdkHttpResponse().statusCode());
        ObjectNode metadata = result.putObject("SdkResponseMetadata");
        Optional.ofNullable(response.responseMetadata())
                .ifPresent(known -> metadata.put("RequestId", known.requestId()));
        return result;
    }
}
