package booth.asl.parse;

import booth.asl.definition.StateMachine;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** Reads a whole definition in the JSONata dialect, or says everything that is wrong with it. */
public final class DefinitionParser {
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final int MOST_SECONDS = 99_999_999;

    private final Findings findings = new Findings();

    private DefinitionParser() {}

    /**
     * Reads a definition.
     *
     * @throws InvalidDefinition with everything that is wrong with it
     */
    public static StateMachine parse(String definitionJson) {
        return new DefinitionParser().machine(definitionJson);
    }

    private StateMachine machine(String definition) {
        var node = read(definition);
        if (!node.isObject()) findings.add("", Fault.NOT_AN_OBJECT, "Definition must be a valid JSON object");
        findings.throwIfAny();
        var fields = new Fields(node, "", findings);
        findings.throwIfAny();
        new QueryLanguageCheck(findings).check(node);
        findings.throwIfAny(); // in the other dialect nearly every field would be a finding
        var machine = machine(definition, fields);
        new VariableCheck(findings).check(node);
        new StatesFieldCheck(findings).check(node, "");
        new TaskTokenCheck(findings).check(node, "");
        findings.throwIfAny();
        return machine;
    }

    private JsonNode read(String definition) {
        try (var parser = JSON.createParser(definition)) {
            return read(parser);
        } catch (IOException impossible) {
            throw new UncheckedIOException("nothing is read but memory", impossible);
        }
    }

    private JsonNode read(JsonParser parser) throws IOException {
        try {
            JsonNode node = JSON.readTree(parser);
            return node == null ? MissingNode.getInstance() : node;
        } catch (JsonProcessingException malformed) {
            var place = parser.currentLocation().toString(); // where it stopped, which is what AWS names
            findings.add(place, Fault.INVALID_JSON, malformed.getOriginalMessage() + "\n at " + place);
            findings.throwIfAny();
            throw malformed;
        }
    }

    private StateMachine machine(String definition, Fields fields) {
        fields.text("QueryLanguage");
        fields.text("Version")
                .filter(version -> !version.equals("1.0"))
                .ifPresent(version -> fields.fault("Version", Fault.INVALID_VALUE, "Version must be 1.0"));
        var timeout = fields.whole("TimeoutSeconds", 1, MOST_SECONDS).map(Duration::ofSeconds);
        var graph = new GraphParser(findings).read(fields);
        fields.rejectTheRest();
        return new StateMachine(definition, fields.text("Comment"), graph, timeout);
    }
}
