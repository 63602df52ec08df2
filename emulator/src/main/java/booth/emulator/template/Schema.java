package booth.emulator.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What a template may say of resources of one type, and what {@code Ref} and {@code Fn::GetAtt} tell others of them. Each
 * property is honoured, or knowingly passed over because it means nothing on one machine; any other is an error.
 */
public final class Schema {
    private final String type;
    private final Optional<String> nothingHere;
    private final Optional<String> nameProperty;
    private final BiFunction<String, JsonNode, String> generatedName;
    private final Set<String> honoured;
    private final Map<String, String> passedOver;
    private final Optional<Function<Referent, String>> ref;
    private final Map<String, Function<Referent, String>> attributes;

    private Schema(Builder builder) {
        this.type = builder.type;
        this.nothingHere = builder.nothingHere;
        this.nameProperty = builder.nameProperty;
        this.generatedName = builder.generatedName;
        this.honoured = Collections.unmodifiableSet(new TreeSet<>(builder.honoured));
        this.passedOver = Collections.unmodifiableMap(new TreeMap<>(builder.passedOver));
        this.ref = builder.ref;
        this.attributes = Collections.unmodifiableMap(new TreeMap<>(builder.attributes));
    }

    /** @param type as templates name it, {@code AWS::SQS::Queue} */
    public static Builder of(String type) {
        return new Builder(type);
    }

    /** As templates name it, {@code AWS::SQS::Queue}. */
    public String type() {
        return type;
    }

    /** Why resources of this type do nothing here, whatever their properties; empty for those that do something. */
    public Optional<String> nothingHere() {
        return nothingHere;
    }

    /** Properties that are honoured, sorted. */
    public Set<String> honoured() {
        return honoured;
    }

    /** Why a property is passed over, by property, sorted. */
    public Map<String, String> passedOver() {
        return passedOver;
    }

    /** What {@code Fn::GetAtt} knows, sorted. */
    public Set<String> attributes() {
        return attributes.keySet();
    }

    /** The property with which a template may name a resource itself. */
    Optional<String> nameProperty() {
        return nameProperty;
    }

    /**
     * The name of a resource that the template does not name.
     *
     * @param name made of the stack's and the resource's, at most 62 characters
     */
    String generatedName(String name, Resource resource) {
        return generatedName.apply(name, resource.properties());
    }

    /** Whether something is known that a {@code Ref} could give. */
    boolean givesRef() {
        return ref.isPresent();
    }

    /** @throws Unsupported when nothing is known that a {@code Ref} could give */
    String ref(Referent referent) {
        return ref.orElseThrow(() -> Unsupported.ref(referent.id(), type)).apply(referent);
    }

    /** @throws Unsupported for an attribute that is not known */
    String attribute(Referent referent, String attribute) {
        return Optional.ofNullable(attributes.get(attribute))
                .orElseThrow(() -> Unsupported.attribute(referent.id(), type, attribute))
                .apply(referent);
    }

    /**
     * Refuses properties that are neither honoured nor knowingly passed over.
     *
     * @throws Unsupported naming resource, type and property
     */
    void check(Resource resource) {
        if (nothingHere.isPresent()) return;
        resource.properties().fieldNames().forEachRemaining(property -> {
            if (!honoured.contains(property) && !passedOver.containsKey(property))
                throw Unsupported.property(resource.id(), type, property, "");
        });
    }

    /** Puts a schema together. */
    public static final class Builder {
        private final String type;
        private Optional<String> nothingHere = Optional.empty();
        private Optional<String> nameProperty = Optional.empty();
        private BiFunction<String, JsonNode, String> generatedName = (name, properties) -> name;
        private final Set<String> honoured = new TreeSet<>();
        private final Map<String, String> passedOver = new TreeMap<>();
        private Optional<Function<Referent, String>> ref = Optional.empty();
        private final Map<String, Function<Referent, String>> attributes = new TreeMap<>();

        private Builder(String type) {
            this.type = type;
        }

        /** Resources of this type do nothing here and may say what they like. */
        public Builder doesNothingHere(String reason) {
            nothingHere = Optional.of(reason);
            return this;
        }

        /** The property with which a template may name a resource itself; it is honoured. */
        public Builder named(String property) {
            nameProperty = Optional.of(property);
            return honours(property);
        }

        /** @param generated makes a generated name valid; given it and the unresolved properties */
        public Builder named(String property, BiFunction<String, JsonNode, String> generated) {
            generatedName = generated;
            return named(property);
        }

        public Builder honours(String... properties) {
            honoured.addAll(Set.of(properties));
            return this;
        }

        /** @param reason why they mean nothing on one machine */
        public Builder passesOver(String reason, String... properties) {
            for (String property : properties) passedOver.put(property, reason);
            return this;
        }

        /** What {@code Ref} gives. */
        public Builder ref(Function<Referent, String> value) {
            ref = Optional.of(value);
            return this;
        }

        /** What {@code Fn::GetAtt} gives. */
        public Builder attribute(String name, Function<Referent, String> value) {
            attributes.put(name, value);
            return this;
        }

        /** @throws IllegalStateException when a property is both honoured and passed over */
        public Schema build() {
            if (!Collections.disjoint(honoured, passedOver.keySet()))
                throw new IllegalStateException(type + " both honours and passes over one of " + honoured);
            return new Schema(this);
        }
    }
}
