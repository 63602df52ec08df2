package booth.emulator.template;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts secrets where a resource's properties name them, {@code {{resolve:secretsmanager:<name or
 * ARN>:SecretString:<field>:<stage>:<version>}}}. Templates as they are told to others keep the reference.
 */
record DynamicReferences(Outside.SecretTexts secrets) {
    private static final Pattern REFERENCE = Pattern.compile("\\{\\{resolve:([^:}]*):([^}]*)}}");
    private static final Pattern SECRET = Pattern.compile(
            "(arn:[^:]*:secretsmanager:[^:]*:[^:]*:secret:[^:]+|[^:]+)(?::SecretString(?::([^:]*))?(?::([^:]*))?(?::([^:]*))?)?");
    private static final String CURRENT = "AWSCURRENT";
    private static final JsonMapper JSON = new JsonMapper();

    /** @throws Unsupported naming what is not there, and whoever asks for it */
    JsonNode in(Resource resource, JsonNode properties) {
        if (properties.isTextual()) return TextNode.valueOf(in(resource, properties.textValue()));
        if (properties.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            properties.forEach(item -> array.add(in(resource, item)));
            return array;
        }
        if (!properties.isObject()) return properties;
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        properties.properties().forEach(entry -> object.set(entry.getKey(), in(resource, entry.getValue())));
        return object;
    }

    private String in(Resource resource, String text) {
        return REFERENCE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(resource, found)));
    }

    private String value(Resource resource, MatchResult reference) {
        Matcher secret = SECRET.matcher(reference.group(2));
        if (!reference.group(1).equals("secretsmanager") || !secret.matches())
            throw new Unsupported("The embedded cloud cannot resolve " + reference.group() + " of " + name(resource)
                    + ": it knows {{resolve:secretsmanager:<name or ARN>:SecretString:<field>}}.");
        String id = secret.group(1);
        String version = part(secret, 4).or(() -> part(secret, 3)).orElse(CURRENT);
        String text = secrets.find(id, version).orElseThrow(() -> missing(resource, id, version));
        return part(secret, 2).map(field -> field(resource, id, text, field)).orElse(text);
    }

    private static Optional<String> part(Matcher secret, int group) {
        return Optional.ofNullable(secret.group(group)).filter(part -> !part.isEmpty());
    }

    private static String field(Resource resource, String secret, String text, String field) {
        try {
            JsonNode value = JSON.readTree(text).path(field);
            if (value.isValueNode()) return value.asText();
        } catch (JacksonException e) { // its message would repeat the secret
            throw new Unsupported("The secret " + secret + " is no JSON, but " + name(resource) + " wants the field "
                    + field + " of it.");
        }
        throw new Unsupported(
                "The secret " + secret + " has no field " + field + ", which " + name(resource) + " wants.");
    }

    private static Unsupported missing(Resource resource, String secret, String version) {
        return new Unsupported(name(resource) + " wants the secret " + secret
                + (version.equals(CURRENT) ? "" : ", version " + version)
                + ", which is not there. Give it to the start (Settings.secrets), or make it while a cloud with this data"
                + " folder runs without this template: aws secretsmanager create-secret --name … --secret-string …");
    }

    private static String name(Resource resource) {
        return resource.id() + " (" + resource.type() + ")";
    }
}
