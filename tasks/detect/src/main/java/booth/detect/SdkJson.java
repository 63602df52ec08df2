package booth.detect;

import booth.core.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;

/** An answer of the SDK as the JSON it came from: the service's own field names, without what was not said. */
final class SdkJson {
    private SdkJson() {}

    static JsonNode of(SdkPojo pojo) {
        ObjectNode object = Json.MAPPER.createObjectNode();
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = field.getValueOrDefault(pojo);
            if (value != null && !(value instanceof SdkAutoConstructList))
                object.set(field.locationName(), node(value));
        }
        return object;
    }

    private static JsonNode node(Object value) {
        if (value instanceof SdkPojo pojo) return of(pojo);
        if (value instanceof Collection<?> items) {
            ArrayNode array = Json.MAPPER.createArrayNode();
            for (Object item : items) array.add(node(item));
            return array;
        }
        return Json.MAPPER.valueToTree(value);
    }
}
