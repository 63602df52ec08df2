package booth.emulator.template;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The types of resources that can be deployed. */
public final class Registry {
    private final SortedMap<String, ResourceType> types = new TreeMap<>();

    /** @throws IllegalArgumentException when two types have one name */
    public Registry(List<? extends ResourceType> types) {
        for (ResourceType type : types)
            if (this.types.put(type.schema().type(), type) != null)
                throw new IllegalArgumentException(type.schema().type() + " is listed twice.");
    }

    /** All of them, sorted by name. */
    public Stream<ResourceType> types() {
        return types.values().stream();
    }

    /** @throws Unsupported naming the resource and its type, when it is not among them */
    ResourceType of(Resource resource) {
        ResourceType type = types.get(resource.type());
        if (type == null)
            throw new Unsupported("The embedded cloud does not support " + resource.type() + " (" + resource.id()
                    + "). It knows " + String.join(", ", types.keySet()) + ".");
        return type;
    }

    /** @throws Unsupported naming the resource, its type and the property that the type does not know */
    void check(Resource resource) {
        of(resource).schema().check(resource);
    }
}
