package booth.http;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is done for each operation of the {@link OpenApi}: one for every {@code operationId} and none beside, with a
 * key exactly where the description demands one. Anything else is found out when the function starts.
 */
public final class Operations {
    private final Map<String, Operation> byId;

    public Operations(OpenApi openApi, Map<String, Operation> byId) {
        this.byId = Map.copyOf(byId);
        Set<String> missing = new HashSet<>();
        Set<String> spare = new HashSet<>(byId.keySet());
        for (Route route : openApi.routes()) {
            spare.remove(route.operationId());
            boolean agrees = Optional.ofNullable(byId.get(route.operationId()))
                    .filter(operation -> operation.key() == route.key())
                    .isPresent();
            if (!agrees) missing.add(route.operationId());
        }
        if (!missing.isEmpty() || !spare.isEmpty())
            throw new IllegalStateException("openapi.json and the operations differ: " + missing
                    + " are missing or disagree about the key, " + spare + " are not described.");
    }

    Operation of(Route route) {
        return Optional.ofNullable(byId.get(route.operationId())).orElseThrow();
    }
}
