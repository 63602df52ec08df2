package booth.cdk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;

/**
 * A template to ask questions of. {@link #text} makes references readable: a {@code Ref} or {@code GetAtt} becomes the
 * logical id, so that a queue, its URL and its ARN read alike.
 */
record Synthesized(JsonNode template) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    record Resource(String id, String type, JsonNode whole) {
        JsonNode properties() {
            return whole.path("Properties");
        }

        String property(String pointer) {
            return text(properties().at(pointer));
        }
    }

    /** The template of the default settings, synthesized once. */
    static Synthesized byDefault() {
        return ByDefault.CLOUD;
    }

    private static final class ByDefault {
        static final Synthesized CLOUD =
                from(TestProject.in(Path.of("target/test-project")).stack(Map.of()));
    }

    static Synthesized from(Stack stack) {
        return new Synthesized(MAPPER.valueToTree(Template.fromStack(stack).toJSON()));
    }

    Stream<Resource> resources() {
        return template.path("Resources").properties().stream()
                .map(entry -> new Resource(
                        entry.getKey(), entry.getValue().path("Type").asText(), entry.getValue()));
    }

    List<Resource> all(String type) {
        return resources().filter(resource -> resource.type().equals(type)).toList();
    }

    Resource one(String id) {
        return resources()
                .filter(resource -> resource.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    Resource function(String handler) {
        return all("AWS::Lambda::Function").stream()
                .filter(function -> function.property("/Handler").endsWith("." + handler))
                .findFirst()
                .orElseThrow();
    }

    /** The function behind an alias. */
    Resource functionOf(String alias) {
        return one(one(alias).property("/FunctionName"));
    }

    String handlerOf(String alias) {
        String handler = functionOf(alias).property("/Handler");
        return handler.substring(handler.lastIndexOf('.') + 1);
    }

    List<Resource> functions() {
        return all("AWS::Lambda::Function");
    }

    List<Resource> mappings() {
        return all("AWS::Lambda::EventSourceMapping");
    }

    Resource mapping(String handler) {
        return mappings().stream()
                .filter(mapping -> handlerOf(mapping.property("/FunctionName")).equals(handler))
                .findFirst()
                .orElseThrow();
    }

    Resource queueFeeding(String handler) {
        return one(mapping(handler).property("/EventSourceArn"));
    }

    Resource bucket(String name) {
        return all("AWS::S3::Bucket").stream()
                .filter(bucket -> bucket.property("/BucketName").equals(name))
                .findFirst()
                .orElseThrow();
    }

    Resource machine() {
        return all("AWS::StepFunctions::StateMachine").get(0);
    }

    JsonNode states() {
        return json(machine().property("/DefinitionString")).path("States");
    }

    /** Of queues and of functions called by services that do not wait. */
    Set<String> deadLetterQueues() {
        return resources()
                .map(Resource::properties)
                .flatMap(properties -> Stream.of(
                        properties.at("/RedrivePolicy/deadLetterTargetArn"),
                        properties.at("/DeadLetterConfig/TargetArn")))
                .filter(target -> !target.isMissingNode())
                .map(Synthesized::text)
                .collect(Collectors.toSet());
    }

    /** Handlers by the pattern of keys they may write. */
    Map<String, Set<String>> writersTo(String bucket) {
        var handlers = functions().stream()
                .collect(Collectors.toMap(
                        function -> function.property("/Role"),
                        function -> function.property("/Handler").replaceAll(".*\\.", "")));
        return grants().stream()
                .filter(grant ->
                        grant.action().startsWith("s3:Put") && grant.resource().contains(bucket))
                .collect(Collectors.groupingBy(
                        grant -> grant.resource().replaceAll(".*" + bucket, ""),
                        Collectors.mapping(grant -> String.valueOf(handlers.get(grant.role())), Collectors.toSet())));
    }

    static Set<String> names(JsonNode object) {
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Statements of the roles' policies, one for each role, action and resource. */
    List<Grant> grants() {
        List<Grant> grants = new ArrayList<>();
        for (Resource policy : all("AWS::IAM::Policy"))
            for (JsonNode statement : policy.properties().at("/PolicyDocument/Statement"))
                for (String action : texts(statement.path("Action")))
                    for (String resource : texts(statement.path("Resource")))
                        grants.add(new Grant(policy.property("/Roles/0"), action, resource));
        return grants;
    }

    List<Grant> grantsOf(String handler) {
        String role = function(handler).property("/Role");
        return grants().stream().filter(grant -> grant.role().equals(role)).toList();
    }

    record Grant(String role, String action, String resource) {}

    static List<String> texts(JsonNode oneOrMany) {
        if (!oneOrMany.isArray()) return List.of(text(oneOrMany));
        return elements(oneOrMany).map(Synthesized::text).toList();
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static String text(JsonNode value) {
        if (value.has("Ref")) return value.path("Ref").asText();
        if (value.has("Fn::GetAtt")) return value.at("/Fn::GetAtt/0").asText();
        if (value.has("Fn::Join")) return String.join("", texts(value.at("/Fn::Join/1")));
        return value.isContainerNode() ? value.toString() : value.asText();
    }

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
