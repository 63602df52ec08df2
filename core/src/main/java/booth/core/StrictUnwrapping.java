package booth.core;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * Makes unknown fields errors also in records that are flattened with {@code @JsonUnwrapped}: there Jackson itself hands
 * each field to all parts and none of them complains. It also takes a part under the part's own name, which therefore must
 * not be that of a field; in JSON it is unknown here.
 */
final class StrictUnwrapping extends BeanDeserializerModifier {
    private static final long serialVersionUID = 1;

    @Override
    public JsonDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription type, JsonDeserializer<?> reader) {
        HashSet<String> known = new HashSet<>();
        return collect(config, type, known) ? new KnownFields(reader, known) : reader;
    }

    /** Collects the names of all fields; says whether any of them are those of a part. */
    private static boolean collect(DeserializationConfig config, BeanDescription type, Set<String> known) {
        boolean unwraps = false;
        for (BeanPropertyDefinition property : type.findProperties()) {
            if (config.getAnnotationIntrospector().findUnwrappingNameTransformer(property.getPrimaryMember()) == null)
                known.add(property.getName());
            else {
                collect(config, config.introspect(property.getPrimaryType()), known);
                unwraps = true;
            }
        }
        return unwraps;
    }

    private static final class KnownFields extends DelegatingDeserializer {
        private static final long serialVersionUID = 1;

        private final HashSet<String> known;

        KnownFields(JsonDeserializer<?> reader, HashSet<String> known) {
            super(reader);
            this.known = known;
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> reader) {
            return new KnownFields(reader, known);
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
            JsonNode fields = context.readTree(json);
            for (String name : (Iterable<String>) fields::fieldNames)
                if (!known.contains(name)) context.handleUnknownProperty(json, this, handledType(), name);
            try (JsonParser again = fields.traverse(json.getCodec())) {
                again.nextToken();
                return super.deserialize(again, context);
            }
        }
    }
}
