package booth.garden.api;

import booth.http.OpenApi;
import booth.http.Operation;
import java.util.HashMap;
import java.util.Map;

/** What is done for each operation of the description that this function answers. */
final class GardenOperations {
    private final OpenApi openApi;

    GardenOperations(OpenApi openApi) {
        this.openApi = openApi;
    }

    Map<String, Operation> all() {
        Map<String, Operation> all = new HashMap<>();
        all.put("describeGarden", new Operation.Open(call -> openApi.answer()));
        return all;
    }
}
